"""Prints the reading age and the likeness of the words in the shipped packs, by a library's measure.

    python -m pip install "textstat==0.7.4"
    python tests/benchmarks/language.py

Reading age is the Flesch-Kincaid grade plus five. Aim: 13 or lower where the terms of the law allow.
"""

import statistics
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from compact_tui.core.pack import AuditPack
from compact_tui.core.variation import for_variation
from compact_tui.storage.packs import load_shipped, shipped_packs

textstat: Any = import_module("textstat")  # neither typed nor needed for anything else
AIM = 13.0


def texts(pack: AuditPack) -> Iterator[tuple[str, str, str]]:
    """Kind of text, id and text of everything that is read while answering."""
    for standard in pack.standard:
        yield "introduction", standard.id, standard.introduction
        for answer in standard.model_answer:
            yield "model answer", f"{standard.id} {answer.level}", answer.text
        for criterion in standard.criterion:
            yield "statement", criterion.id, criterion.text
            yield "what good looks like", criterion.id, criterion.good


def age(text: str) -> float:
    """Reading age in years."""
    return float(textstat.flesch_kincaid_grade(" ".join(text.split()))) + 5


def main() -> None:
    """Measure and print."""
    for pack_id in shipped_packs():
        pack = load_shipped(pack_id)
        for variation in pack.variation:
            ages: dict[str, list[tuple[float, str]]] = {}
            for kind, where, text in texts(for_variation(pack, variation.id)):
                if text.strip():
                    ages.setdefault(kind, []).append((age(text), where))
            for kind, found in ages.items():
                years = [year for year, _ in found]
                over = sorted((item for item in found if item[0] > AIM), reverse=True)
                hardest = ", ".join(f"{where} {year:.0f}" for year, where in over[:3])
                print(
                    f"{pack_id} {variation.id:12} {kind:21} {len(years):4}   median {statistics.median(years):5.1f}   "
                    f"over {AIM:.0f}: {len(over):3}   {hardest}"
                )


if __name__ == "__main__":
    main()
