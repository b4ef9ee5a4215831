#!/usr/bin/env python3
"""Installs into a prefix and builds docs/example.c against it, as a user would: install.py BUILD ROOT

With pkg-config against the shared and the static library, and with CMake's find_package.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CMAKE_PROJECT = """\
cmake_minimum_required(VERSION 3.25)
project(example C)
find_package(dateline REQUIRED)
add_executable(shared example.c)
target_link_libraries(shared PRIVATE dateline::dateline_shared)
add_executable(static example.c)
target_link_libraries(static PRIVATE dateline::dateline_static)
"""


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def main():
    build, root = map(pathlib.Path, sys.argv[1:])
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dateline-install-"))
    try:
        prefix, specimen = folder / "prefix", root / "examples" / "specimen.txt"
        run("cmake", "--install", build, "--prefix", prefix)
        libraries = next(prefix.rglob("libdateline.so")).parent
        environment = {**os.environ, "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), "LD_LIBRARY_PATH": str(libraries),
                       "DATELINE_MODEL": str(prefix / "share/dateline/en-fast.model"), "DATELINE_LEXICON": str(prefix / "share/dateline/lexicon.bin")}
        flags = run("pkg-config", "--cflags", "--libs", "dateline", env=environment).split()
        whole = run("pkg-config", "--static", "--cflags", "--libs", "dateline", env=environment).split()
        whole = [str(libraries / "libdateline.a") if flag == "-ldateline" else flag for flag in whole]
        for name, given in [("shared", flags), ("static", whole)]:
            run("cc", "-Wall", "-Wextra", "-Werror", "-std=c11", root / "docs/example.c", *given, "-o", folder / name)
        project = folder / "project"
        project.mkdir()
        shutil.copy(root / "docs/example.c", project)
        (project / "CMakeLists.txt").write_text(CMAKE_PROJECT)
        run("cmake", "-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
        run("cmake", "--build", project / "build")
        programs = [folder / "shared", folder / "static", project / "build" / "shared", project / "build" / "static"]
        outputs = {run(program, specimen, env=environment) for program in programs}
        if len(outputs) != 1 or "[" not in outputs.pop():
            raise SystemExit("the four examples do not print the same statements")
        # The program finds its data beside itself, wherever the prefix is.
        bare = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        installed = run(prefix / "bin" / "dateline", "code", specimen, env=bare)
        for expected in ["share/man/man1/dateline.1", "share/dateline/record.schema.json"]:
            if not (prefix / expected).exists():
                raise SystemExit(f"{expected} is not installed")
        print(f"installed, linked four ways, coded {len(installed)} bytes of record")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
