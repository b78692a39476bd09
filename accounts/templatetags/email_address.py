"""A template filter for an e-mail address that is only known as it is stored."""

from django import template

from accounts import email_addresses

register = template.Library()


@register.filter
def readable(email: str) -> str:
    return email_addresses.readable(email)
