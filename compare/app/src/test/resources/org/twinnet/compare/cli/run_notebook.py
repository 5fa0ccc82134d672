"""Runs the code cells of a notebook from top to bottom and writes it with what they print.

Usage: python3 run_notebook.py NOTEBOOK RUN
"""

import contextlib
import io
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    notebook = json.load(file)
names, count = {"__name__": "__main__"}, 0
for cell in notebook["cells"]:
    if cell["cell_type"] == "code":
        count += 1
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("".join(cell["source"]), f"cell {count}", "exec"), names)
        text = printed.getvalue().splitlines(True)
        cell["execution_count"] = count
        cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": text}] if text else []
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(notebook, file, indent=1, ensure_ascii=False)
    file.write("\n")
