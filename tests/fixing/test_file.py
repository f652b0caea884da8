"""A mended source takes the place of the old one whole, or not at all."""

import os
import stat

import pytest

from profilelint.errors import InputError
from profilelint.fixing.file import write


def test_a_file_that_somebody_else_has_written_stays(tmp_path):
    path = tmp_path / "me.json"
    path.write_text('{"name": "changed in the editor"}')
    with pytest.raises(InputError, match="changed meanwhile"):
        write(path, '{"name": "new"}', '{"name": "old"}', backup=True)
    assert path.read_text() == '{"name": "changed in the editor"}'
    assert list(tmp_path.iterdir()) == [path]


def test_every_byte_is_written_as_it_is(tmp_path):
    path = tmp_path / "me.yaml"
    old, new = "\ufeffname: Ada\r\n", "\ufeffname: Åsa\r\n"
    path.write_bytes(old.encode())
    write(path, new, old)
    assert path.read_bytes() == new.encode()


def test_nothing_is_left_over_where_a_file_cannot_be_replaced(tmp_path):
    path = tmp_path / "me.json"
    path.write_text("old")
    (tmp_path / "me.json.bak").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write(path, "new", "old", backup=True)
    assert path.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["me.json", "me.json.bak"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_is_read_only_stays(tmp_path):
    path = tmp_path / "me.json"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(InputError, match="read-only"):
        write(path, "new", "old")
    assert path.read_text() == "old"


def test_a_backup_has_the_mode_of_the_file(tmp_path):
    path = tmp_path / "me.json"
    path.write_text("old")
    path.chmod(0o600)
    write(path, "new", "old", backup=True)
    backup = tmp_path / "me.json.bak"
    assert (backup.read_text(), path.read_text()) == ("old", "new")
    assert {stat.S_IMODE(p.stat().st_mode) for p in (path, backup)} == {0o600}
