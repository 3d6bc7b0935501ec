"""Colour profiles: into sRGB, which everything here works in, and back into the profile that a picture came with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from flux_desktop.core.errors import InputError
from flux_desktop.core.language import marked, tr

if TYPE_CHECKING:
    from PIL import ImageCms

__all__ = [
    "Converted",
    "from_srgb",
    "is_srgb",
    "over_white",
    "profile_name",
    "profile_of",
    "returns",
    "space_named",
    "srgb_profile",
    "tells_conversion",
    "to_srgb",
    "transform_from_srgb",
    "unless_srgb",
]

_NO_PROFILE = marked("CMYK without a colour profile was converted to sRGB: its colours are an estimate.")
_CMYK = marked("CMYK was converted to sRGB.")
_LAB = marked("Lab was converted to sRGB.")
_IGNORED = marked("The embedded colour profile cannot be used and was ignored.")
_CMYK_IGNORED = marked(
    "The embedded colour profile cannot be used: the CMYK colours were converted to sRGB by an estimate."
)


@dataclass(frozen=True)
class Converted:
    """Pixels after a conversion, the profile that they are in (b"" for sRGB), and a note for the user or ""."""

    image: Image.Image
    icc: bytes = b""
    note: str = ""


def tells_conversion(note: str) -> bool:
    """Whether a note of `to_srgb` tells of converted colours already."""
    return note in {tr(words) for words in (_NO_PROFILE, _CMYK, _LAB, _CMYK_IGNORED)}


def to_srgb(image: Image.Image, icc: bytes) -> Converted:
    """`image` (L, LA, RGB, RGBA, CMYK or LAB, in the colours of `icc`) as RGB or RGBA in sRGB.

    Never an error: a profile that is broken or made for other pixels is ignored, and the note says so.
    """
    if image.mode == "LAB":
        return Converted(_transformed(image, _lab(), _srgb(), "RGB"), note=tr(_LAB))
    cmyk = image.mode == "CMYK"
    if not icc:
        return Converted(_plain(image), note=tr(_NO_PROFILE) if cmyk else "")
    note = tr(_CMYK_IGNORED) if cmyk else tr(_IGNORED)
    try:
        source = _opened(icc)
        pixels = _pixels_for(image, _space(source))
        if pixels is None:
            return Converted(_plain(image), note=note)
        if _is_srgb(source):
            return Converted(_plain(image))
        convert = partial(_transformed, source=source, target=_srgb(), mode="RGB")
        return Converted(_with_alpha(pixels, convert), note=tr(_CMYK) if cmyk else "")
    except _cms_errors():
        return Converted(_plain(image), note=note)


def from_srgb(image: Image.Image, icc: bytes) -> Converted:
    """`image` (RGB or RGBA in sRGB) in the colours of `icc`, alpha kept; CMYK has none, there it is laid over white.

    sRGB stays what it is: for no profile, for one that only describes a device to read from, and for grey, which would
    cost the colours.
    """
    if not icc:
        return Converted(image)
    try:
        target = _opened(icc)
        space = _space(target)
        if space not in ("RGB", "CMYK") or _is_srgb(target):
            return Converted(image)
        if space == "CMYK":
            return Converted(_transformed(over_white(image), _srgb(), target, "CMYK"), icc)
        return Converted(_with_alpha(image, partial(_transformed, source=_srgb(), target=target, mode="RGB")), icc)
    except _cms_errors():
        return Converted(image)


def over_white(image: Image.Image) -> Image.Image:
    """`image` as RGB, what is transparent laid over white."""
    if image.mode != "RGBA":
        return image.convert("RGB") if image.mode != "RGB" else image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def profile_of(data: bytes) -> bytes:
    """The profile embedded in a picture file that an edit of it should go back to; b"" for sRGB, or where none is."""
    from flux_desktop.imaging.reading import Source, read_header

    try:
        return unless_srgb(read_header(Source(data, "", float("inf"))).icc)
    except InputError:
        return b""


def is_srgb(icc: bytes) -> bool:
    """Whether colours with the profile `icc` are those of sRGB; they are without one. False if it cannot be read."""
    try:
        return not icc or _means_srgb(icc)
    except _cms_errors():
        return False


def unless_srgb(icc: bytes) -> bytes:
    """`icc`, or b"" where it means sRGB or cannot be read."""
    try:
        return b"" if not icc or _means_srgb(icc) else icc
    except _cms_errors():
        return b""


def space_named(icc: bytes) -> str:
    """ "RGB", "GRAY", "CMYK" or what else the colours of the profile `icc` are; "" if it cannot be read."""
    try:
        return _space(_opened(icc)) if icc else ""
    except _cms_errors():
        return ""


def returns(icc: bytes, mode: str) -> bool:
    """Whether colours of the profile `icc` (pixels of `mode`, without alpha) lead into sRGB and back.

    Those of a profile that only describes a device to read from have no way back.
    """
    try:
        probe = Image.new(mode, (1, 1))
        there = _transformed(probe, _opened(icc), _srgb(), "RGB")
        _transformed(there, _srgb(), _opened(icc), mode)
    except _cms_errors():
        return False
    return True


def transform_from_srgb(icc: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """What brings images of `mode` (RGB or RGBA) from sRGB into the profile `icc`; None if it leads nowhere."""
    try:
        return _transform(_srgb(), _opened(icc), mode, mode)
    except _cms_errors():
        return None


def profile_name(icc: bytes) -> str:
    """What the profile calls itself, or "" if it cannot be read."""
    from PIL import ImageCms

    try:
        name = ImageCms.getProfileDescription(_opened(icc)).strip()
    except _cms_errors():
        return ""
    return "".join(char for char in name if char.isprintable())[:60]


def srgb_profile() -> bytes:
    """An sRGB profile to embed, the same bytes every time."""
    from PIL import ImageCms

    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Bytes 24 to 35 are the moment of making: the same picture is to give the same file.
    return data[:24] + bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0)) + data[36:]


def _plain(image: Image.Image) -> Image.Image:
    """RGB or RGBA by arithmetic alone."""
    wanted = "RGBA" if image.mode in ("LA", "RGBA") else "RGB"
    return image if image.mode == wanted else image.convert(wanted)


def _pixels_for(image: Image.Image, space: str) -> Image.Image | None:
    """`image` in the mode that a profile of `space` is for; None where it is for other pixels."""
    if image.mode in ("L", "LA") and space == "RGB":
        return _plain(image)
    fits = {"GRAY": ("L", "LA"), "RGB": ("RGB", "RGBA"), "CMYK": ("CMYK",)}.get(space, ())
    return image if image.mode in fits else None


def _with_alpha(image: Image.Image, convert: partial[Image.Image]) -> Image.Image:
    """`convert` applied to all bands but the alpha, which is put back untouched."""
    if image.mode not in ("LA", "RGBA"):
        return convert(image)
    result = convert(image.convert(image.mode[:-1]))
    result.putalpha(image.getchannel("A"))
    return result


def _transformed(
    image: Image.Image, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, mode: str
) -> Image.Image:
    from PIL import ImageCms

    result = ImageCms.applyTransform(image, _transform(source, target, image.mode, mode))
    assert result is not None, "only a transform in place gives None"
    return result


def _transform(
    source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, before: str, after: str
) -> ImageCms.ImageCmsTransform:
    """Relative colorimetric with black point compensation: what photo editors do, and least change where both can.

    `before` and `after` are the modes of the pixels.
    """
    from PIL import ImageCms

    how = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(source, target, before, after, ImageCms.Intent.RELATIVE_COLORIMETRIC, how)


@lru_cache(maxsize=16)
def _means_srgb(icc: bytes) -> bool:
    """Asked for each part of a picture: it takes some milliseconds to find out."""
    return _is_srgb(_opened(icc))


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """Whether `profile` means sRGB, whatever it is called: colours go through it unchanged, within one level."""
    if _space(profile) != "RGB":
        return False
    levels = bytes(range(0, 256, 51))
    probe = Image.frombytes("RGB", (36, 6), bytes(c for r in levels for g in levels for b in levels for c in (r, g, b)))
    through = _transformed(probe, profile, _srgb(), "RGB")
    return all(abs(a - b) <= 1 for a, b in zip(probe.tobytes(), through.tobytes(), strict=True))


def _opened(icc: bytes) -> ImageCms.ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(BytesIO(icc))


def _space(profile: ImageCms.ImageCmsProfile) -> str:
    return str(profile.profile.xcolor_space).strip()


def _srgb() -> ImageCms.ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _lab() -> ImageCms.ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def _cms_errors() -> tuple[type[Exception], ...]:
    """What ImageCms raises about profiles; beside its own error the lower layer's."""
    from PIL import ImageCms

    return (ImageCms.PyCMSError, OSError, ValueError, TypeError)
