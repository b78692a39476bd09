"""Files that are sent: kept in memory up to a limit, read past and dropped beyond it."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUploadHandler(FileUploadHandler):
    """All files of a request together take FILE_UPLOAD_MAX_MEMORY_SIZE bytes at most.

    Django's own handlers write what is larger to the disk, however much that is, and before any
    view is asked. A file that is cut off has its true size in `size`, so that it is told as such.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = settings.FILE_UPLOAD_MAX_MEMORY_SIZE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        held = raw_data[: self.room]
        self.room -= len(held)
        self.held.write(held)

    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name or "",
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
