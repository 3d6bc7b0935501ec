"""The profile of a display as X11 tells it: the daemon for colours of every desktop leaves it at the root window.

“ICC Profiles in X Specification” 0.4: `_ICC_PROFILE` is that of the first monitor, `_ICC_PROFILE_1` of the second.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

__all__ = ["profile_of_monitor"]

_MOST = 32 * 2**20
"""Bytes of a profile that are read."""
_ANY_TYPE = 0


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("root", ctypes.POINTER(ctypes.c_uint32)), ("rest", ctypes.c_int), ("index", ctypes.c_int))


class _Atom(ctypes.Structure):
    _fields_ = (("head", ctypes.c_uint32 * 2), ("atom", ctypes.c_uint32))


def profile_of_monitor(number: int, display: str | None = None) -> bytes:
    """The profile of the monitor `number`, from 0; b"" where there is none, or no X server at `display`.

    Without `display` it is that of the environment. Asks the server: for a thread.
    """
    try:
        xcb = _xcb()
    except (OSError, AttributeError):
        return b""
    with _connected(xcb, display) as connection:
        return _property(xcb, connection, f"_ICC_PROFILE_{number}" if number else "_ICC_PROFILE") if connection else b""


@contextmanager
def _connected(xcb: Any, display: str | None) -> Iterator[Any]:
    connection = xcb.xcb_connect(display.encode() if display else None, None)
    try:
        yield None if xcb.xcb_connection_has_error(connection) else connection
    finally:
        xcb.xcb_disconnect(connection)


def _property(xcb: Any, connection: Any, name: str) -> bytes:
    """What the root window has under `name`; b"" if nothing."""
    root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).root[0]
    with _reply(xcb.xcb_intern_atom_reply(connection, _asked_for(xcb, connection, name), None)) as found:
        atom = ctypes.cast(found, ctypes.POINTER(_Atom)).contents.atom if found else 0
    if not atom:
        return b""
    asked = xcb.xcb_get_property(connection, 0, root, atom, _ANY_TYPE, 0, _MOST // 4)
    with _reply(xcb.xcb_get_property_reply(connection, asked, None)) as value:
        if not value:
            return b""
        return ctypes.string_at(xcb.xcb_get_property_value(value), xcb.xcb_get_property_value_length(value))


def _asked_for(xcb: Any, connection: Any, name: str) -> Any:
    return xcb.xcb_intern_atom(connection, 1, len(name), name.encode())


@contextmanager
def _reply(pointer: Any) -> Iterator[Any]:
    try:
        yield pointer
    finally:
        if pointer:
            ctypes.CDLL(None).free(ctypes.c_void_p(pointer))


@lru_cache(maxsize=1)
def _xcb() -> Any:
    """The library that Qt itself speaks X11 by. OSError where it is not there."""
    xcb = ctypes.CDLL("libxcb.so.1")
    pointer, small, number = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint32
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = pointer, (ctypes.c_char_p, pointer)
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (pointer,)
    xcb.xcb_get_setup.restype, xcb.xcb_get_setup.argtypes = pointer, (pointer,)
    xcb.xcb_setup_roots_iterator.restype, xcb.xcb_setup_roots_iterator.argtypes = _Screens, (pointer,)
    xcb.xcb_intern_atom.restype = xcb.xcb_get_property.restype = _Cookie
    xcb.xcb_intern_atom.argtypes = (pointer, small, ctypes.c_uint16, ctypes.c_char_p)
    xcb.xcb_get_property.argtypes = (pointer, small, number, number, number, number, number)
    for reply in (xcb.xcb_intern_atom_reply, xcb.xcb_get_property_reply):
        reply.restype, reply.argtypes = pointer, (pointer, _Cookie, pointer)
    xcb.xcb_get_property_value.restype, xcb.xcb_get_property_value.argtypes = pointer, (pointer,)
    xcb.xcb_get_property_value_length.restype, xcb.xcb_get_property_value_length.argtypes = ctypes.c_int, (pointer,)
    return xcb
