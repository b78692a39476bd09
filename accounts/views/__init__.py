"""Pages about the person."""

from accounts.views.account import account
from accounts.views.entrance import email, password_reset, sign_up
from accounts.views.settings import settings

__all__ = ["account", "email", "password_reset", "settings", "sign_up"]
