"""The Android app: its sources under `src/`, and what builds and tests it without Google's SDK."""
