"""Does the quoted phrase say what the fact says? Citations → verdicts."""

from aip.evidence.checking import check_citations, check_text, judge_citations, read_stated
from aip.evidence.explaining import errors_among

__all__ = ["check_citations", "check_text", "errors_among", "judge_citations", "read_stated"]
