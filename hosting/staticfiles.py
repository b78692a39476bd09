"""How static files are stored: compressed, and under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    # Without it `import "./b.js"` in a module keeps the unhashed name.
    support_js_module_import_aggregation = True
