"""Django's settings. `hosting.environment` reads what a host may choose; the rest is fixed."""

from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from hosting.environment import addresses, cache, databases, files, mail, values

BASE_DIR = Path(__file__).resolve().parent.parent

# What a host can set (docs/operations.md lists them all)
in_file = files.read_file(BASE_DIR / ".env")
STATE_DIR = files.folder("STATE_DIR", BASE_DIR / "var")
DEBUG = values.switch("DEBUG")
SECRET_KEY = files.secret_key("SECRET_KEY", STATE_DIR / "secret-key")
SITE_URL = addresses.site_url("SITE_URL")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *addresses.hosts("ALLOWED_HOSTS")]
DATABASES = {"default": databases.from_env("DATABASE_URL", STATE_DIR / "footcare.sqlite3")}
CACHES = {"default": cache.from_env("CACHE_URL")}
BACKUP_DIR = files.place("BACKUP_DIR", STATE_DIR / "backups")
BACKUP_DAYS = values.whole_number("BACKUP_DAYS", default=30, least=1, most=3650)
MAIL = mail.from_env("EMAIL_URL")
SITE_NAME = values.title("SITE_NAME", "Footcare")
EMERGENCY_NUMBER = values.title("EMERGENCY_NUMBER", "")
DEFAULT_FROM_EMAIL = mail.sender("MAIL_FROM", f'"{SITE_NAME}" <footcare@localhost>')
CONTACT = mail.contact("CONTACT")
SECURITY_CONTACT = mail.contact("SECURITY_CONTACT")
OPERATOR = values.title("OPERATOR", "")
OPERATOR_ADDRESS = values.title("OPERATOR_ADDRESS", "", most=200)
AUTHORITY = mail.contact("AUTHORITY")
UNUSED_MONTHS = values.whole_number("UNUSED_MONTHS", default=0, least=0, most=120)
BIND_ADDRESS = addresses.host("BIND_ADDRESS", "127.0.0.1")
PORT = values.whole_number("PORT", default=8000, least=1, most=65535)
WORKERS = values.whole_number("WORKERS", default=2, least=1, most=64)
HTTPS = SITE_URL.startswith("https://")  # which a proxy in front gives, never gunicorn
PROXY_ADDRESSES = addresses.networks("PROXY_ADDRESSES", "127.0.0.1,::1")
PROXY_COUNT = values.whole_number("PROXY_COUNT", default=int(HTTPS), least=0, most=9)
MISSPELT = sorted(in_file - values.known_names)

# Addresses and transport
if SITE_URL:
    ALLOWED_HOSTS.append(urlsplit(SITE_URL).hostname or "")
    CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if HTTPS:
    SECURE_HSTS_SECONDS = 24 * 3600  # a day, so that whoever goes back to http waits no longer
# The other names below a host, and what browsers ship about it, are not ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
CSRF_FAILURE_VIEW = "footcare_site.failures.form_expired"
SECURE_CSP = {
    "default-src": ["'none'"],
    **{f"{kind}-src": ["'self'"] for kind in ("script", "style", "img", "media", "connect")},
    "form-action": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# Apps
INSTALLED_APPS = [
    "accounts",
    "exercises",
    "logbook",
    "exchange",
    "offline",
    "hosting",
    "outbox",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "footcare_site.middleware.NoBodyMiddleware",
    "footcare_site.middleware.ContentSecurityPolicyMiddleware",  # on a refused host's page too
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # whose files are compressed as they are stored
    "django.middleware.gzip.GZipMiddleware",
    "accounts.door.DoorMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "footcare_site.middleware.PersonalPagesMiddleware",
    "accounts.access.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "footcare_site.failures.WrongWayMiddleware",
    # Last, so that it sees what every other one answers before a view is reached
    "outbox.middleware.OutboxMiddleware",
]
ROOT_URLCONF = "footcare_site.urls"
WSGI_APPLICATION = "footcare_site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "accounts.templatetags.codes",
                "accounts.templatetags.contact",
                "accounts.templatetags.email_address",
                "logbook.templatetags.form_changes",
                "exercises.templatetags.counts",
                "exercises.templatetags.look",
                "exercises.templatetags.modules",
                "exercises.templatetags.reviewed",
                "logbook.templatetags.pieces",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "accounts.form_renderer.FormRenderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("footcare",)
CRISPY_TEMPLATE_PACK = "footcare"
CRISPY_CLASS_CONVERTERS = dict.fromkeys(("passwordinput", "select", "textinput"), "input")
CRISPY_FAIL_SILENTLY = not DEBUG

# Data
CATALOGUE_SECONDS = 60  # for which a process remembers the exercises
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Of a file that is sent; a byte more than is taken in, so that one too large is seen to be.
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024 + 1
FILE_UPLOAD_HANDLERS = ["exchange.uploads.BoundedUploadHandler"]
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# People (django-allauth)
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "logbook.joining.PeopleBackend",
    "allauth.account.auth_backends.AuthenticationBackend",  # sessions of the version before
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "accounts.passwords.NotTheEmail", "OPTIONS": {"user_attributes": ["shown_email"]}},
    {"NAME": "accounts.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "logbook:today"
LOGOUT_REDIRECT_URL = "exercises:landing"
ACCOUNT_SIGNUP_REDIRECT_URL = "logbook:welcome-hurts"
ACCOUNT_ADAPTER = "logbook.joining.JoiningAdapter"
ACCOUNT_FORMS = {"signup": "logbook.forms.trial.JoiningForm"} | {
    name: f"accounts.sign_in_forms.{form}"
    for name, form in {
        "login": "SignInForm",
        "reauthenticate": "ReauthenticateForm",
        "change_password": "ChangePasswordForm",
        "reset_password": "ForgottenPasswordForm",
        "confirm_password_reset_code": "PasswordCodeForm",
        "reset_password_from_key": "NewPasswordForm",
        "confirm_email_verification_code": "EmailCodeForm",
        "request_login_code": "RequestCodeForm",
        "confirm_login_code": "SignInCodeForm",
        "set_password": "FirstPasswordForm",
        "add_email": "ChangeEmailForm",
    }.items()
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ALLAUTH_TRUSTED_PROXY_COUNT = PROXY_COUNT
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]  # we send codes ourselves
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL else "none"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = bool(MAIL)
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_EMAIL_NOTIFICATIONS = bool(MAIL)
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
# Six digits are easily typed and, with three tries a code, hard to guess as long as codes are few.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_RATE_LIMITS = {
    "reset_password": "20/m/ip,5/h/key",
    "request_login_code": "20/m/ip,5/h/key",
    "code_tried": f"{ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS}/h/key",
}
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 90 * 24 * 3600
MFA_ADAPTER = "accounts.second_step.SecondStepAdapter"
MFA_FORMS = {
    name: f"accounts.second_step.{form}"
    for name, form in {
        "authenticate": "SecondStepForm",
        "reauthenticate": "ConfirmForm",
        "activate_totp": "TurnOnForm",
        "add_webauthn": "PasskeyForm",
        "edit_webauthn": "PasskeyNameForm",
        "login_webauthn": "PasskeyAtTheDoor",
        "authenticate_webauthn": "PasskeyAsSecondStep",
        "reauthenticate_webauthn": "PasskeyToConfirm",
    }.items()
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # since a passkey signs in alone
MFA_ALLOW_UNVERIFIED_EMAIL = not MAIL
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1  # a code also works half a minute before and after its own: time to type
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = 30 * 24 * 3600

# Mail
EMAIL_BACKEND = str(MAIL.get("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend"))
EMAIL_HOST = MAIL.get("EMAIL_HOST", "")
EMAIL_PORT = MAIL.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = MAIL.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = MAIL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = bool(MAIL.get("EMAIL_USE_TLS", False))
EMAIL_USE_SSL = bool(MAIL.get("EMAIL_USE_SSL", False))
EMAIL_TIMEOUT = 15

# Words, zones
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
USE_TZ = True
TIME_ZONE = "UTC"  # each person has a zone of their own

# Static files
STATIC_URL = "static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "hosting.staticfiles.OwnFilesFinder",  # in STATICFILES_DIRS
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hosting.staticfiles.HashedStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MIMETYPES = {".wav": "audio/wav"}  # WhiteNoise knows none; browsers may not guess

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "class": "hosting.log_lines.LineFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "filters": {"once_a_minute": {"()": "hosting.log_lines.OncePerMinuteFilter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"psycopg.pool": {"filters": ["once_a_minute"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
