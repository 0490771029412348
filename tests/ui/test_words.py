"""Words in a panel: a new layout only where somebody would see it."""

import asyncio

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen

from compact_tui.ui.widgets.words import Words
from tests.ui.conftest import wait_for


class OnePanel(App[int]):
    """A panel that can be hidden, with words in it."""

    CSS = "VerticalScroll { height: 8; } Words { height: auto; }"

    def compose(self) -> ComposeResult:
        """The panel."""
        with VerticalScroll():
            yield Words("one")


def test_words_said_in_a_hidden_panel_cost_no_layout_and_take_their_room_when_it_is_shown() -> None:
    layouts: list[Screen[object]] = []

    async def run() -> None:
        app = OnePanel()
        async with app.run_test(size=(40, 10)) as pilot:
            words, panel = app.query_one(Words), app.query_one(VerticalScroll)
            await wait_for(pilot, lambda: words.size.height == 1, "the words in their place")
            panel.display = False
            await wait_for(pilot, lambda: not words.is_on_screen, "the words in their place")
            await pilot.pause()
            app.screen.screen_layout_refresh_signal.subscribe(app, layouts.append)

            words.say("one\ntwo\nthree")
            await pilot.pause()
            await pilot.pause()
            assert layouts == []

            panel.display = True
            await wait_for(pilot, lambda: words.size.height == 3, "the words in their place")

    asyncio.run(run())


def test_words_of_another_height_are_given_their_room_at_once_and_of_the_same_cost_no_layout() -> None:
    layouts: list[Screen[object]] = []

    async def run() -> None:
        app = OnePanel()
        async with app.run_test(size=(40, 10)) as pilot:
            words = app.query_one(Words)
            await wait_for(pilot, lambda: words.size.height == 1, "the words in their place")
            await pilot.pause()
            app.screen.screen_layout_refresh_signal.subscribe(app, layouts.append)

            words.say("two")
            await pilot.pause()
            await pilot.pause()
            assert layouts == []

            words.say("two\nthree")
            await wait_for(pilot, lambda: words.size.height == 2, "the words in their place")

    asyncio.run(run())
