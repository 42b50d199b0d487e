"""The store kept whole: checked, backed up, brought back."""
