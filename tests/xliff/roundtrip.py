"""Reads XLIFF 1.2 from a file and writes what translate-toolkit made of it: roundtrip.py IN OUT"""
import sys

from translate.storage import xliff

with open(sys.argv[1], "rb") as file:
    store = xliff.xlifffile.parsestring(file.read())
for unit in store.units:
    if unit.target is not None:
        # Read and set anew, with the elements in it, as an editor does.
        unit.rich_target = unit.rich_target
with open(sys.argv[2], "wb") as file:
    store.serialize(file)
