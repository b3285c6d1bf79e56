"""What flows between the stages: frozen slotted dataclasses with tuples; no behaviour beyond arithmetic on themselves."""
