"""How gunicorn serves the site: `gunicorn -c python:hosting.serving` reads these names."""

import errno
import os
import socket
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from gunicorn.arbiter import Arbiter

from hosting.doctor import data

PATIENCE = 60  # seconds

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footcare_site.settings")
try:
    host = settings.BIND_ADDRESS
except ImproperlyConfigured as problem:
    sys.exit(f"Footcare can't start. {problem}")

wsgi_app = "footcare_site.wsgi"
bind = f"[{host}]:{settings.PORT}" if ":" in host else f"{host}:{settings.PORT}"
workers = settings.WORKERS
# With threads, a slow or idle connection holds up only its own thread.
worker_class = "gthread"
threads = 4
preload_app = True
# No header says below which address the site is: links are remembered in pieces of pages.
forwarder_headers = ""
forwarded_allow_ips = ",".join(settings.PROXY_ADDRESSES)
loglevel = "warning"
control_socket_disable = True


def post_fork(server: Arbiter, worker: object) -> None:
    """Each process has a pool of its own, a connection for each thread, opened as one is needed.

    A request that finds the database gone fails after two seconds, and the next one tries anew.
    Commands have no pool: a plain connection says at once what is wrong with it.
    """
    if connection.vendor == "postgresql":
        connection.settings_dict["OPTIONS"]["pool"] = {
            "min_size": 1,
            "max_size": threads,
            "timeout": 2,
            "reconnect_timeout": 2,
        }


def on_starting(server: Arbiter) -> None:
    """Where the site could answer nobody, say in one sentence why, and end."""
    _check_data()
    _check_address()


def _check_data() -> None:
    """Does the database answer, with the tables of this release, and the cache?"""
    for finding in (*data.database(), data.cache()):
        if not finding.is_well:
            sys.exit(f"Footcare can't start. {finding.about}: {finding.sentence}")
    connection.close()  # no process that answers may inherit it


def _check_address() -> None:
    """End at once where the address is taken. gunicorn would try for five seconds.

    Where systemd has opened the socket, there is nothing to check.
    """
    if "LISTEN_FDS" in os.environ:
        return
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, settings.PORT), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sys.exit(
                f"Something else answers at {bind} already. Stop it, or choose another port: "
                "make run PORT=8001"
            )
        sys.exit(f"Footcare can't listen at {bind}: {error.strerror}. Set BIND_ADDRESS and PORT.")


def when_ready(server: Arbiter) -> None:
    """Where the system can, it holds a new connection until data arrives.

    Browsers open spare connections. gunicorn would give each to a thread, which waits for data
    for five seconds.
    """
    if hasattr(socket, "TCP_DEFER_ACCEPT"):
        for listener in server.LISTENERS:
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, PATIENCE)
    # Where that is https, the address here only sends a browser there.
    outside = f"; people reach it at {settings.SITE_URL}" if settings.HTTPS else ""
    print(f"Footcare is at http://{bind}{outside} - stop it with Ctrl+C.", flush=True)
