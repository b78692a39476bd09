"""Uploads: kept in memory up to a limit, and cut off there."""

from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest


class BoundedUploadHandler(FileUploadHandler):
    """All files of a request together take FILE_UPLOAD_MAX_MEMORY_SIZE bytes at most.

    Django's own handlers write a larger file to the disk, whatever its size, before any view runs.
    A file that is cut off has its true size in `size`, so that the form can say that it is too
    large.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.room = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        held = raw_data[: self.room]
        self.room -= len(held)
        self.held.write(held)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        held, self.held = self.held, BytesIO()
        held.seek(0)
        return InMemoryUploadedFile(
            file=held,
            field_name=self.field_name,
            name=self.file_name or "",
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
