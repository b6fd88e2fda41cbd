"""Builds the APK with aapt2, javac, dx, zipalign and apksigner: no Gradle and no SDK of Google."""

import shutil
import zipfile
from pathlib import Path

from android import assets, layout, programs
from android.downloads import fetch
from android.layout import BUILD, RESOURCES, SOURCES
from android.programs import run

KEYSTORE = BUILD / "debug.keystore"
PASSWORD = "android"
"""Of a key that only this machine has, and that signs nothing but its own builds, as Android's tools do it."""


def build() -> None:
    """Makes `build/both-sides.apk` from nothing."""
    programs.require(programs.PACKAGES)
    files = fetch("apk")
    compile_app(files)
    dex = _dex(files)
    unaligned = BUILD / "unaligned.apk"
    _pack(unaligned, dex, files)
    run("zipalign", "-f", "4", unaligned, layout.APK)
    unaligned.unlink()
    _sign(layout.APK)
    print(f"{layout.APK.relative_to(layout.ROOT)}: {layout.APK.stat().st_size:,} bytes")


def compile_app(files: dict[str, Path]) -> None:
    """Makes the assets, the resources and the classes: what the tests run, too."""
    assets.write()
    platform = _platform(files)
    _link(platform)
    shutil.rmtree(layout.CLASSES, ignore_errors=True)
    sources = [*(SOURCES / "java").rglob("*.java"), *(BUILD / "generated").rglob("*.java")]
    classpath = ":".join(str(jar) for jar in [platform, *libraries(files)])
    # Java 8 without lambdas: dx turns neither lambdas nor newer classes into what API 24 runs
    options = ("--release", "8", "-Xlint:all,-options,-classfile", "-Werror", "-encoding", "UTF-8")
    run("javac", *programs.SHORT_JAVAC, *options, "-classpath", classpath, "-d", layout.CLASSES, *sources)


def libraries(files: dict[str, Path]) -> list[Path]:
    """The classes of the AAR files, each as a JAR."""
    layout.JARS.mkdir(parents=True, exist_ok=True)
    jars = []
    for name, path in files.items():
        if name.endswith(".aar"):
            jar = layout.JARS / f"{path.stem}.jar"
            with zipfile.ZipFile(path) as archive:
                jar.write_bytes(archive.read("classes.jar"))
            jars.append(jar)
    return jars


def _platform(files: dict[str, Path]) -> Path:
    return next(path for name, path in files.items() if name.startswith("android-all"))


def _link(platform: Path) -> None:
    """Manifest and resources, in Android's binary form, and the constants of `R.java`."""
    compiled, manifest = BUILD / "resources.zip", BUILD / "AndroidManifest.xml"
    text = (SOURCES / "AndroidManifest.xml").read_text(encoding="utf-8")
    manifest.write_text(text.replace("<manifest ", f'<manifest package="{layout.PACKAGE}" '), encoding="utf-8")
    run("aapt2", "compile", "--dir", SOURCES / "res", "-o", compiled)
    run(
        *("aapt2", "link", "-o", RESOURCES, "--manifest", manifest, "-I", platform, "-A", layout.ASSETS),
        *("--min-sdk-version", str(layout.MIN_SDK), "--target-sdk-version", str(layout.TARGET_SDK)),
        *("--version-code", str(layout.VERSION_CODE), "--version-name", layout.VERSION_NAME),
        *("--java", BUILD / "generated", compiled),
    )


def _dex(files: dict[str, Path]) -> Path:
    dex = BUILD / "classes.dex"
    dx = next(path for name, path in files.items() if name.startswith("dalvik-dx"))
    dexer = ("java", *programs.SHORT_JAVA, "-classpath", dx, "com.android.dx.command.Main")
    options = ("--dex", f"--min-sdk-version={layout.MIN_SDK}", f"--output={dex}")
    run(*dexer, *options, layout.CLASSES, *libraries(files))
    return dex


def _pack(apk: Path, dex: Path, files: dict[str, Path]) -> None:
    """Adds the code and the interpreter. Android extracts the libraries when it installs the app."""
    shutil.copyfile(RESOURCES, apk)
    with zipfile.ZipFile(apk, "a") as archive:
        _add(archive, "classes.dex", dex.read_bytes())
        with zipfile.ZipFile(next(path for name, path in files.items() if name.startswith("tensorflow-lite-2"))) as aar:
            for abi in layout.ABIS:
                library = "libtensorflowlite_jni.so"
                _add(archive, f"lib/{abi}/{library}", aar.read(f"jni/{abi}/{library}"))
            _add(archive, "META-INF/LICENSE-tensorflow-lite", aar.read("LICENSE"))


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name)  # its time is always 1980, so that the same sources make the same file
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _sign(apk: Path) -> None:
    if not KEYSTORE.exists():
        run(
            *("keytool", "-genkeypair", "-keystore", KEYSTORE, "-storepass", PASSWORD, "-keypass", PASSWORD),
            *("-alias", "debug", "-keyalg", "RSA", "-keysize", "2048", "-validity", "10000"),
            *("-dname", "CN=Android Debug", "-noprompt"),
        )
    run("apksigner", "sign", "--v4-signing-enabled", "false", "--ks", KEYSTORE, "--ks-pass", f"pass:{PASSWORD}", apk)
