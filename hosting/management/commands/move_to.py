"""`move_to`: copy the site into another database, from SQLite to PostgreSQL for example."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error, connection

from hosting import database_errors, running
from hosting.environment import databases
from hosting.moving.move import connected, move

AGAIN = "Give the same command again, and it goes on from there. What is here is untouched."


class Command(BaseCommand):
    help = "Copy all of the site into another, empty database. What is here stays as it is."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "address", metavar="DATABASE_URL", help="postgres://name:password@host:5432/database"
        )
        parser.add_argument(
            "--while-serving",
            action="store_true",
            help="also where Footcare runs; what people do meanwhile stays behind",
        )

    def handle(self, *, address: str, while_serving: bool, **options: object) -> None:
        if not while_serving and (answers := running.address()):
            raise CommandError(
                f"Something answers at {answers}, and that may be this Footcare. Stop it first, so "
                "that nobody does what will not come along; or add --while-serving."
            )
        try:
            with connected(address):
                for sentence in move():
                    self.stdout.write(sentence)
                    self.stdout.flush()
        except KeyboardInterrupt as stop:
            raise CommandError(f"Stopped. {AGAIN}") from stop
        except Error as error:
            raise CommandError(
                f"The move was broken off: {database_errors.first_line(error)}. {AGAIN}"
            ) from error
        self.stdout.write(
            "Now set DATABASE_URL to that address, in .env or where you set it, and start "
            f"Footcare: make run. {self.old_place()} stays as it is, until you delete it."
        )

    def old_place(self) -> str:
        if connection.vendor == "sqlite":
            return str(databases.file_of(connection.settings_dict))
        return "The old database"
