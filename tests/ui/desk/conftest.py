"""Who draws regions."""

from __future__ import annotations

import pytest

from tests.ui.desk.drawing import SIZE
from tests.ui.windows import User


@pytest.fixture
async def painter(user: User) -> User:
    """Someone with a picture of 1200 × 800 pixels and the focus on the canvas."""
    await user.open(user.file("photo.png", *SIZE))
    await user.use_lab()
    user.window.canvas.setFocus()
    return user
