"""How static files are stored: ours shortened, all compressed, named after their content."""

from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from hosting.shortening import shortened


class ShortenedStorage(FileSystemStorage):
    """Files that are shorter when they are read than in their folder."""

    prefix: str

    def open(self, name: str, mode: str = "rb") -> "File[bytes]":
        with super().open(name, mode) as file:
            return ContentFile(shortened(name, file.read()), name)


class OwnFilesFinder(FileSystemFinder):
    """Lists our files shortened, for `collectstatic`. By their paths the sources are found."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for prefix, root in self.locations:
            self.storages[root] = ShortenedStorage(location=root)
            self.storages[root].prefix = prefix


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    # Without it `import "./b.js"` in a module keeps the unhashed name.
    support_js_module_import_aggregation = True
