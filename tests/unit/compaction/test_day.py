"""DuckDB says nothing of its own where a function's log is."""

from pathlib import Path

from functions.compaction import day


def test_no_bar_is_drawn_in_the_log(tmp_path: Path) -> None:
    asked = "SELECT current_setting('enable_progress_bar'), current_setting('temp_directory')"
    with day._opened(tmp_path) as db:  # noqa: SLF001 - a bar shows only after two seconds
        assert db.execute(asked).fetchone() == (False, str(tmp_path))
