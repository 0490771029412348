#!/bin/sh
# Starts Compact audit from the folder that this file lies in. It installs nothing and changes nothing here.
PATH=$${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH
here=$$(dirname -- "$$(readlink -f -- "$$0")")

if [ ! -f "$$here/start.py" ]; then
    echo "Compact audit: the rest of its folder is not beside this file. Unpack the .zip, all of it." >&2
    exit 4
fi

suits() {
    "$$1" -I -S -B -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

found=
if [ -n "$$COMPACT_TUI_PYTHON" ]; then
    suits "$$COMPACT_TUI_PYTHON" && found=$$COMPACT_TUI_PYTHON
else
    for python in "$$here/python/bin/python3" $order python3 /usr/local/bin/python3 /usr/bin/python3; do
        if suits "$$python"; then
            found=$$python
            break
        fi
    done
fi

if [ -z "$$found" ]; then
    echo "Compact audit needs Python 3.11, 3.12 or 3.13, and found none of them on this computer." >&2
    echo "If you have one in another place, name it: COMPACT_TUI_PYTHON=/path/to/python3 $$0" >&2
    echo "Otherwise show the page for-IT.html in this folder to whoever looks after this computer." >&2
    exit 4
fi

# -I and -S: nothing of yours or of this computer's other packages gets in. -B: nothing is written here.
exec "$$found" -I -S -B "$$here/start.py" "$$@"
