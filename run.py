"""办得成：一条命令装好、打开、检查。One command sets the program up, opens it, checks it.

python3 run.py            装好并打开窗口；没有屏幕时在后台走一遍全程   set up, open the window
python3 run.py setup      只装好使用和开发所需的全部                   set up, no more
python3 run.py test …     全部检查，后面的参数交给 pytest              every check
python3 run.py build      打包成一个文件夹，让它自己走一遍全程         package, and try it out
python3 run.py bench      测速度                                       measure the speed
python3 run.py pictures   给每一页截图                                 take the pictures

Windows: py run.py
"""

import sys

# Before all else, in words any Python 3 can read: an old one is to say so, not to stumble.
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        f"需要 Python 3.11、3.12 或 3.13，这是 {sys.version.split()[0]}。装好后再运行，例如：\n"
        "Python 3.11, 3.12 or 3.13 is needed and this is another. Install one and run, say:\n"
        "    python3.12 run.py        (Windows: py -3.12 run.py)"
    )

import ctypes
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
PROGRAM, DEVELOP = ROOT / "requirements/program.lock", ROOT / "requirements/develop.lock"
WINDOWS, LINUX = sys.platform == "win32", sys.platform.startswith("linux")
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "made_from.txt"
NEEDED_MB = 1000
CHECKS = ("ruff format --check", "ruff check", "mypy", "lint-imports --no-logo")
# Off the screen Qt knows no fonts of Windows' own.
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_FONTDIR": str(ROOT / "resources/fonts")}
TROUBLES = {
    ("No space left", "WinError 112"): """\
磁盘空间不够：程序所在的盘和临时文件夹需要约 1 GB 空闲。请清理后再运行。
Not enough disk space: about 1 GB is needed here and for temporary files. Make room.""",
    ("Long Path", "WinError 206"): """\
文件夹的路径太长：请把整个文件夹移到短一些的地方，例如 D:\\bandecheng，再运行。
The path of this folder is too long for Windows: move it to, say, D:\\bandecheng.""",
    ("Permission denied", "Read-only file", "WinError 5]", "WinError 32]"): """\
文件夹写不进去：请换到有权限的文件夹，并关闭正在运行的“办得成”，再运行。
The folder cannot be written: use one you may write to, close the program, run again.""",
    ("DO NOT MATCH THE HASHES",): """\
下载的文件与锁定的校验值不符，已停止。请换可信的软件源（PIP_INDEX_URL）再运行。
A download is not the file that was locked. Use a registry you trust (PIP_INDEX_URL).""",
    ("connection broken", "Could not fetch", "HTTP error", "timed out", "CERTIFICATE_VERIFY"): """\
连不上软件源：请检查网络；要用代理或镜像的，设置 HTTPS_PROXY 或 PIP_INDEX_URL 再运行。
The package registry cannot be reached: check the network, or set HTTPS_PROXY or
PIP_INDEX_URL where a proxy or a mirror is needed, and run again.""",
    ("not a trusted or secure host",): """\
软件源的地址是 http，不安全，没有使用：请把 PIP_INDEX_URL 改成 https 的地址再运行。
The registry is plain http and was not used: set PIP_INDEX_URL to one of https, run again.""",
    ("No matching distribution",): """\
没有适合这台电脑的安装包：需要 64 位的 Windows 10 以上，或较新的 64 位 Linux。
There is no package for this machine: a 64-bit Windows 10 or a recent Linux is needed.""",
    ("",): """没有装好，原因见上面几行。
The setup failed; the lines above say why.""",
}


def say(sentence: str) -> None:
    print(sentence, flush=True)


def explain(told: str) -> NoReturn:
    """End with the sentence for what pip, venv or the system said."""
    say(next(TROUBLES[signs] for signs in TROUBLES if any(sign in told for sign in signs)))
    sys.exit(1)


def is_here(name: str) -> bool:
    """Whether a shared library loads, a tool is on the path, or Python has the module."""
    if ".so." not in name:
        return bool(shutil.which(name) or importlib.util.find_spec(name))
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def provide(*purposes: str, optional: bool = False) -> None:
    """On Linux have the system's packages there: install them when we may, else say the command."""
    if not LINUX:
        return
    lines = (ROOT / "requirements/debian.txt").read_text("utf-8").splitlines()
    rows = [line.format(minor=sys.version_info[1]).split() for line in lines if line[:1].isalpha()]
    lacking = {
        name: package for use, name, package in rows if use in purposes and not is_here(name)
    }
    if not lacking or apt_installs(*lacking.values()):
        return
    say(f"系统缺少 {'、'.join(lacking)}。请运行下面的命令（其他系统请装相应的软件包）：")
    say(f"The system lacks {', '.join(lacking)}. Run this, or what is like it on your system:")
    say(f"    sudo apt-get update && sudo apt-get install -y {' '.join(lacking.values())}")
    if not optional:
        sys.exit(1)


def apt_installs(*packages: str) -> bool:
    """Whether the packages are there now; False where apt or the right to use it is missing."""
    if sys.platform == "win32":
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not all(shutil.which(tool) for tool in ("apt-get", *sudo[:1])):
        return False
    if sudo and subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL):
        return False
    say(f"正在安装系统组件 Installing packages of the system: {' '.join(packages)}")
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.call([*apt, "update"])
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.call(install, stdout=subprocess.DEVNULL) == 0


def set_up(lock: Path) -> int:
    """The locked packages in .venv; it costs nothing when they are known to be there."""
    provide("setup", "qt", *(["window"] if has_screen() else []))
    place = f"Python {sys.version_info[0]}.{sys.version_info[1]} {ROOT}"
    here, made_from = (STAMP.read_text("utf-8") if STAMP.exists() else "\n").split("\n")
    if here == place and PYTHON.exists() and made_from in (digest(lock), digest(DEVELOP)):
        return 0
    if shutil.disk_usage(ROOT).free < NEEDED_MB * 2**20:
        explain("No space left")
    say("正在准备运行环境，第一次需要几分钟…… Setting up; the first time takes some minutes …")
    if here != place or not PYTHON.exists():
        listen(sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = [str(PYTHON), "-m", "pip", "install", "--no-input", "--progress-bar=off"]
    listen(*pip, "--only-binary=:all:", "--require-hashes", "-r", str(lock))
    make_importable()
    STAMP.write_text(f"{place}\n{digest(lock)}", "utf-8")
    return 0


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def make_importable() -> None:
    """Link this folder into .venv and leave the command `bandecheng`: nothing needs building."""
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    # A relative path is plain ASCII wherever the folder lies: Python reads it in any code page.
    (site / "bandecheng.pth").write_text(os.path.relpath(ROOT, site) + "\n", "ascii")
    command = SCRIPTS / ("bandecheng.cmd" if WINDOWS else "bandecheng")
    if WINDOWS:
        command.write_text('@"%~dp0python.exe" -P -m ui.main %*\n', "ascii")
    else:
        here = '"$(dirname "$(readlink -f "$0")")/python"'
        command.write_text(f'#!/bin/sh\nexec {here} -P -m ui.main "$@"\n', "ascii")
        command.chmod(0o755)


def listen(*command: str) -> None:
    """Do a step of the setup, show what it downloads, and explain its failure."""
    calm = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONIOENCODING": "utf-8"}
    heard: list[str] = []
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, env=os.environ | calm, stdout=pipe, stderr=both) as step:
        for line in step.stdout or ():
            heard.append(line.decode("utf-8", "replace").strip())
            if heard[-1].startswith("Downloading"):
                say(f"  {heard[-1]}")
    if step.returncode:
        print(*heard[-4:], sep="\n")
        explain("\n".join(heard))


def has_screen() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(*arguments: str, **environment: str) -> int:
    return subprocess.call([PYTHON, *arguments], cwd=ROOT, env=os.environ | environment)


def open_window(*arguments: str) -> int:
    set_up(PROGRAM)
    if has_screen():
        return run("-m", "ui.main", *arguments)
    say("这里没有屏幕，打不开窗口：改在后台走一遍全程，图片、回执和报表放在 out 文件夹。")
    say("No screen to open a window on: the journey is done offscreen, what it makes lies in out.")
    return run("-m", "ui.journey", "--out", "out", **OFFSCREEN)


def check(*arguments: str) -> int:
    """Every check, whatever the one before said; pytest comes last, its summary closes all."""
    set_up(DEVELOP)
    provide("window", "build", "test", optional=True)
    failed = [step for step in CHECKS if not passes(*step.split())]
    if failed:
        say(f"没有通过 These failed, see above: {', '.join(failed)}")
    return run("-m", "pytest", "-n", "2", *arguments, **OFFSCREEN) or bool(failed)


def passes(tool: str, *arguments: str) -> bool:
    say(f"── {tool} {' '.join(arguments)}")
    return subprocess.call([shutil.which(tool, path=SCRIPTS) or tool, *arguments], cwd=ROOT) == 0


def start(module: str, *arguments: str) -> int:
    set_up(DEVELOP)
    return run("-m", module, *arguments, **OFFSCREEN)


def package(*arguments: str) -> int:
    provide("build")
    built = ROOT / "dist" / "bandecheng"
    failed = start("PyInstaller", "--noconfirm", "build.spec", *arguments)
    return failed or (0 if arguments else try_out(built, ROOT / "out"))


def try_out(built: Path, out: Path) -> int:
    """The journey done by the packaged program, which finds nothing around it but a home."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        bare = {"HOME": home, "TEMP": home, "TMPDIR": home, **kept, **OFFSCREEN}
        program = built / ("bandecheng-cmd.exe" if WINDOWS else "bandecheng")
        return subprocess.call([program, "--journey", out], cwd=home, env=bare)


def show_help() -> int:
    say(str(__doc__))
    return 2


COMMANDS: dict[str, Callable[..., int]] = {
    "open": open_window,
    "setup": lambda: set_up(DEVELOP),
    "test": check,
    "build": package,
    "bench": lambda *arguments: start("tests.bench", *arguments),
    "pictures": lambda *arguments: start("ui.pictures", *arguments),
}


def main() -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that knows no Chinese
    os.environ.setdefault("PYTHONIOENCODING", ":replace")  # the same for what is started here
    command, *arguments = sys.argv[1:] or ["open"]
    try:
        return COMMANDS[command](*arguments) if command in COMMANDS else show_help()
    except OSError as error:
        explain(str(error))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
