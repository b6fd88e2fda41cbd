"""The programs that the build needs: what Debian calls their packages, and how to run them."""

import os
import shutil
import subprocess
from pathlib import Path

from android.errors import AndroidError

PACKAGES = {
    "java": "default-jdk-headless",
    "javac": "default-jdk-headless",
    "keytool": "default-jdk-headless",
    "mvn": "maven",
    "aapt2": "aapt",
    "zipalign": "zipalign",
    "apksigner": "apksigner",
}
"""Program -> the Debian package that has it."""
FOR_TESTS = {"gcc": "gcc", "dexdump": "dexdump"}
"""The same, for the tests alone."""

SHORT_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Settings of Java for programs that are over before a better compiler and a parallel collector pay off."""
SHORT_JAVAC = tuple(f"-J{setting}" for setting in SHORT_JAVA)


def require(wanted: dict[str, str]) -> None:
    """Raises `AndroidError`, which names the packages, if a program is missing."""
    missing = _missing(wanted)
    if missing:
        packages = " ".join(sorted({wanted[program] for program in missing}))
        raise AndroidError(
            f"The Android app needs {', '.join(missing)}, which this machine does not have. "
            f"On Debian or Ubuntu: sudo apt-get install {packages}"
        )


def install() -> None:
    """Installs what is missing with apt-get.

    Raises:
        AndroidError: something is missing and cannot be installed.
    """
    wanted = PACKAGES | FOR_TESTS
    missing = _missing(wanted)
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        require(wanted)
    packages = sorted({wanted[program] for program in missing} | {"libc6-dev"})
    print(f"Installing {', '.join(packages)} ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], capture_output=True, env=environment)  # some of its sources may fail
    run("apt-get", "install", "--yes", "--no-install-recommends", *packages, environment=environment)
    require(wanted)


def run(*command: str | Path, environment: dict[str, str] | None = None) -> str:
    """What a program prints; raises `AndroidError` with it if the program fails."""
    ended = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=environment
    )
    if ended.returncode:
        raise AndroidError(f"{ended.stdout.rstrip()}\n'{command[0]}' ended with status {ended.returncode}.")
    return ended.stdout


def _missing(wanted: dict[str, str]) -> list[str]:
    return [program for program in wanted if not shutil.which(program)]
