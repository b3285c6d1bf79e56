"""One batch against a store: new articles are compared with those of earlier batches, none of which is read again.

Only what the batch touches is looked up: articles that may tell the same story or copy the same text, by index; then all
claims of those stories, and those of the same subject and attribute. On these the ordinary linking and comparison run. So
the work grows with the batch, and what it says is what one run over all articles would say, but for this: how rare a word
is, is counted over what was read so far, so that at the edge of likeness a story may be joined or parted otherwise; of a
subject with very many claims only the first and last of each value are compared (`stores.claims`).
"""

from factcheck.batches.check import Asked, check_batch, prepare

__all__ = ["Asked", "check_batch", "prepare"]
