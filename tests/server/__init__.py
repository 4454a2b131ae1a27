"""A web server on 127.0.0.1 that does what tests ask of it, and keeps a log."""

from tests.server.server import Answer, Request, Server

__all__ = ["Answer", "Request", "Server"]
