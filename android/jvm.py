"""Runs the app's tests in this machine's Java: the real screens in Robolectric, and the APK's own interpreter."""

import shutil
from pathlib import Path

from android import apk, layout, native, programs
from android.downloads import fetch
from android.errors import AndroidError
from android.layout import BUILD, FOLDER
from android.programs import run

TESTS = FOLDER / "src" / "test" / "java"
CLASSES = BUILD / "test-classes"
WITHOUT_INTERPRETER = "MissingInterpreterTest"
"""Runs in a Java of its own: one that has loaded the interpreter's library keeps it."""


def test() -> None:
    """Builds the app, and runs all tests under `src/test/java`."""
    programs.require(programs.PACKAGES | programs.FOR_TESTS)
    try:
        from android import reference
    except ImportError as error:
        raise AndroidError(f"The tests need the server's environment ({error}): run 'make android-test'.") from error
    apk.build()
    files, further = fetch("apk"), fetch("test")
    reference.write()
    interpreter = next(path for name, path in files.items() if name.startswith("tensorflow-lite-2"))
    platforms = [path for name, path in (files | further).items() if name.startswith("android-all")]
    libraries = [*apk.libraries(files | further), *fetch("classpath").values(), platforms[-1]]
    classpath = [CLASSES, layout.CLASSES, *libraries]
    _compile(classpath)
    _configure(platforms)
    files_of_tests = (
        f"-Dreference={reference.FILE}",
        f"-Dlabels={reference.LABELS}",
        f"-Dexamples={reference.EXAMPLES}",
        f"-Dassets={layout.ASSETS}",
    )
    names = sorted(path.stem for path in TESTS.rglob("*Test.java") if path.stem != WITHOUT_INTERPRETER)
    _run(classpath, native.prepare(interpreter), names, *files_of_tests)
    _run(classpath, native.for_another_processor(interpreter), [WITHOUT_INTERPRETER])


def _run(classpath: list[Path], library: Path, names: list[str], *properties: str) -> None:
    """Runs test classes with the interpreter's library of a folder, and prints what they measured."""
    settings = (
        *properties,
        f"-Djava.library.path={library}",
        "-Drobolectric.usePreinstrumentedJars=false",  # those are as large again as the platforms themselves
        "-Drobolectric.graphicsMode=NATIVE",  # Android's own drawing and decoding, instead of a pretence
        # Robolectric looks into classes that Java 17 closes
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        *programs.SHORT_JAVA,
        "-Xmx2g",
    )
    classes = [f"{layout.PACKAGE}.{name}" for name in names]
    said = run("java", *settings, "-classpath", _joined(classpath), "org.junit.runner.JUnitCore", *classes)
    lines = (line.lstrip(".") for line in said.splitlines())  # JUnit writes a dot for each test
    print("\n".join(line for line in lines if line.startswith("OK") or "largest difference" in line))


def _compile(classpath: list[Path]) -> None:
    shutil.rmtree(CLASSES, ignore_errors=True)
    options = ("--release", "17", "-encoding", "UTF-8", "-classpath", _joined(classpath), "-d", CLASSES)
    run("javac", *programs.SHORT_JAVAC, *options, *TESTS.rglob("*.java"))


def _configure(platforms: list[Path]) -> None:
    """Tells Robolectric where the app's resources and the platforms are, so that it downloads nothing."""
    app = CLASSES / "com" / "android" / "tools" / "test_config.properties"
    app.parent.mkdir(parents=True)
    app.write_text(
        f"android_resource_apk={layout.RESOURCES}\n"
        f"android_merged_assets={layout.ASSETS}\n"
        f"android_merged_manifest={BUILD / 'AndroidManifest.xml'}\n"
        f"android_custom_package={layout.PACKAGE}\n"
    )
    artefacts = ((path, path.stem.removeprefix("android-all-")) for path in platforms)
    lines = [rf"org.robolectric\:android-all\:{version}={path}" for path, version in artefacts]
    (CLASSES / "robolectric-deps.properties").write_text("\n".join(lines) + "\n")


def _joined(paths: list[Path]) -> str:
    return ":".join(str(path) for path in paths)
