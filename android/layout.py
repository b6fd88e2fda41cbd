"""Where everything is, and the numbers that the APK carries."""

from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
SOURCES = FOLDER / "src" / "main"
BUILD = FOLDER / "build"
"""All that is made; git ignores it."""

LIBRARIES = BUILD / "lib"
"""What Maven downloads."""
ASSETS = BUILD / "assets"
RESOURCES = BUILD / "resources.apk"
"""Manifest and resources, as aapt2 links them: in the APK, and for the tests."""
CLASSES = BUILD / "classes"
"""The compiled app: in the APK as dex, and as it is for the tests."""
JARS = BUILD / "jars"
"""The classes of the libraries that come as AAR files."""
APK = BUILD / "both-sides.apk"

PACKAGE = "bothsides.app"
VERSION_CODE = 1
VERSION_NAME = "1.0"
MIN_SDK = 24
TARGET_SDK = 35
ABIS = ("arm64-v8a", "armeabi-v7a", "x86", "x86_64")
MODELS = ("compact", "photo")
"""The models in the app, in the order of its picker."""
