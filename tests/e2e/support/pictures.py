"""Photographs for journeys, and what is looked for in the pictures that come of them."""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

__all__ = ["GROUND", "PURPLE", "close", "colour_near", "middle_of", "photo"]

PURPLE = (122, 47, 160)
GROUND = (216, 216, 208)
Colour = tuple[int, int, int]


def photo(path: Path, width: int = 900, height: int = 600) -> Path:
    """A JPEG with a purple box in the middle third, as a camera writes it: sideways, with EXIF, owner and place."""
    image = Image.new("RGB", (width, height), GROUND)
    box = (width // 3, height // 3, width * 2 // 3, height * 2 // 3)
    ImageDraw.Draw(image).rectangle(box, fill=PURPLE)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Jane Owner"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (48.0, 51.0, 29.0)
    image.transpose(Image.Transpose.ROTATE_90).save(path, quality=95, exif=exif)
    return path


def middle_of(place: list[int], across: float = 0.5, down: float = 0.5) -> tuple[int, int]:
    """A point of a rectangle (left, top, width, height), by its shares of the sides."""
    return round(place[0] + place[2] * across), round(place[1] + place[3] * down)


def colour_near(image: Image.Image, point: tuple[int, int], reach: int = 4) -> Colour:
    """The mean colour of the square around a point: one pixel may be noise."""
    x, y = point
    square = image.convert("RGB").crop((x - reach, y - reach, x + reach + 1, y + reach + 1))
    red, green, blue = square.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return red, green, blue


def close(one: Colour, other: Colour, reach: int = 10) -> bool:
    """Whether two colours can hardly be told apart."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= reach
