"""The APK itself: its signature, its alignment, its manifest, its code, its libraries and its models."""

import hashlib
import json
import re
import struct
import unittest
import zipfile
from collections.abc import Iterable

import catalog
from android import layout
from android.layout import APK, CLASSES, LIBRARIES
from android.programs import run

MACHINES = {"arm64-v8a": 183, "armeabi-v7a": 40, "x86": 3, "x86_64": 62}
"""ABI -> the number of its processor in an ELF header."""
PHONES = {"arm64-v8a", "armeabi-v7a", "x86_64"}
"""The ABIs without which the app is not complete."""
DEX_OF_API_24 = b"dex\n037\0"


class ApkTest(unittest.TestCase):
    """Needs `python -m android apk` before."""

    def setUp(self) -> None:
        self.archive = zipfile.ZipFile(APK)
        self.addCleanup(self.archive.close)

    def test_the_signature_holds(self) -> None:
        said = run("apksigner", "verify", "--verbose", "--print-certs", APK)
        self.assertIn("(APK Signature Scheme v2): true", said)
        self.assertIn("CN=Android Debug", said)

    def test_it_is_aligned(self) -> None:
        run("zipalign", "-c", "4", APK)

    def test_android_11_installs_its_resources(self) -> None:
        """From API 30 on `resources.arsc` must be stored as it is, at a multiple of four."""
        entry = self.archive.getinfo("resources.arsc")
        with APK.open("rb") as file:
            file.seek(entry.header_offset + 26)
            name, extra = struct.unpack("<HH", file.read(4))
        self.assertEqual(entry.compress_type, zipfile.ZIP_STORED)
        self.assertEqual((entry.header_offset + 30 + name + extra) % 4, 0)

    def test_the_manifest_says_what_the_app_is(self) -> None:
        said = run("aapt2", "dump", "badging", APK)
        self.assertIn(f"package: name='{layout.PACKAGE}' versionCode='{layout.VERSION_CODE}'", said)
        self.assertIn(f"sdkVersion:'{layout.MIN_SDK}'\ntargetSdkVersion:'{layout.TARGET_SDK}'", said)
        self.assertIn("launchable-activity: name='bothsides.app.DrawActivity'", said)
        self.assertIn("native-code: " + " ".join(f"'{abi}'" for abi in layout.ABIS), said)
        self.assertIn("locales: '--_--' 'ko'", said)
        self.assertNotIn("uses-permission", said)
        self.assertIn("uses-feature-not-required: name='android.hardware.camera'", said)

    def test_it_is_as_large_as_the_page_says(self) -> None:
        """The Downloads view names a command instead of the file. A smaller file could be committed and offered."""
        self.assertGreater(APK.stat().st_size, catalog.LIMITS.file_bytes)

    def test_every_class_is_in_the_code(self) -> None:
        said = run("dexdump", "-l", "plain", APK)
        found = set(re.findall(r"Class descriptor  : 'L([^;]+);'", said))
        compiled = {str(path.relative_to(CLASSES).with_suffix("")) for path in CLASSES.rglob("*.class")}
        self.assertGreater(len(compiled), 20)
        self.assertLessEqual(compiled, found)
        self.assertIn("org/tensorflow/lite/Interpreter", found)

    def test_api_24_runs_its_code(self) -> None:
        code = self.archive.read("classes.dex")
        self.assertLessEqual(code[:8], DEX_OF_API_24)
        self.assertNotRegex(run("dexdump", "-d", APK), r"invoke-(custom|polymorphic)")

    def test_every_class_that_the_code_names_is_on_a_phone_with_api_24(self) -> None:
        code = self.archive.read("classes.dex")
        named, defined = classes(code)
        with zipfile.ZipFile(next((LIBRARIES / "apk").glob("android-all-*.jar"))) as platform:
            offered = {name.removesuffix(".class") for name in platform.namelist()}
        missing = named - defined - offered
        self.assertIn("android/app/Activity", named & offered)
        # the JAR leaves the oldest packages of Java to the Java that runs it
        self.assertEqual([name for name in sorted(missing) if not name.startswith("java/")], [])

    def test_each_library_is_for_its_processor(self) -> None:
        self.assertLessEqual(PHONES, set(layout.ABIS))
        aar = zipfile.ZipFile(next((LIBRARIES / "apk").glob("tensorflow-lite-2*.aar")))
        self.addCleanup(aar.close)
        for abi in layout.ABIS:
            library = self.archive.read(f"lib/{abi}/libtensorflowlite_jni.so")
            self.assertEqual((library[:4], struct.unpack_from("<H", library, 18)[0]), (b"\x7fELF", MACHINES[abi]), abi)
            self.assertTrue(library == aar.read(f"jni/{abi}/libtensorflowlite_jni.so"), abi)

    def test_the_models_are_those_of_the_catalog(self) -> None:
        listed = catalog.load(catalog.PATH)
        assert listed.front_end
        models = [listed.model(name) for name in layout.MODELS]
        published = [file for model in models for file in model.files if file.path == model.defaults["tflite"]]
        published += [file for file in listed.front_end.files if file.format == "tflite"]
        expected = {file.path.rpartition("/")[2]: file.sha256 for file in published}
        packed = [name for name in self.archive.namelist() if name.endswith(".tflite")]
        found = {name.removeprefix("assets/"): hashlib.sha256(self.archive.read(name)).hexdigest() for name in packed}
        self.assertEqual(found, expected)
        described = json.loads(self.archive.read("assets/models.json"))
        entries = [*described["models"], described["front_end"]]
        self.assertEqual({entry["path"]: entry["sha256"] for entry in entries}, expected)
        self.assertEqual([entry["labels"] for entry in described["models"]], [list(model.labels) for model in models])


def classes(code: bytes) -> tuple[set[str], set[str]]:
    """The classes that a dex file names, and those that it defines."""
    (strings,) = struct.unpack_from("<I", code, 0x3C)
    count, first = struct.unpack_from("<II", code, 0x40)
    descriptors = []
    for place in range(first, first + 4 * count, 4):
        (index,) = struct.unpack_from("<I", code, place)
        (start,) = struct.unpack_from("<I", code, strings + 4 * index)
        while code[start] & 0x80:  # the length comes first, in seven bits a byte
            start += 1
        descriptors.append(code[start + 1 : code.index(b"\0", start + 1)].decode())
    count, first = struct.unpack_from("<II", code, 0x60)
    defined = {descriptors[struct.unpack_from("<I", code, first + 32 * number)[0]] for number in range(count)}
    return names(descriptors), names(defined)


def names(descriptors: Iterable[str]) -> set[str]:
    """The names in descriptors such as `[Ljava/lang/String;`, without the primitive types."""
    plain = (descriptor.lstrip("[") for descriptor in descriptors)
    return {descriptor[1:-1] for descriptor in plain if descriptor.startswith("L")}
