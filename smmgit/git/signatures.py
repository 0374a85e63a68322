"""Signatures with SSH keys, made and checked by `ssh-keygen`: nobody's yes can be typed by somebody else."""

from __future__ import annotations

import os
import tempfile

from msgspec import Struct

from smmgit.errors import ConfigError
from smmgit.git.repo import Repo, environment

NAMESPACE = "smmgit-approval"
SLOW = 120.0  # a key may ask for its passphrase, or for a touch


class KeyFile(Struct, frozen=True):
    """A key that can sign: the path `ssh-keygen -f` takes, and its public half as one line."""

    path: str
    public: str


def signing_key(repo: Repo, typed: str = "") -> KeyFile:
    """The key to sign with: the one typed, else git's own `user.signingKey`, else the usual one of this account.

    `ConfigError` says what is missing.
    """
    configured = repo.answer("config", "--get", "user.signingKey")[1].decode("utf-8", "replace").strip()
    if not typed and configured.startswith(("key::", "ssh-")):
        return _agent_key(configured.removeprefix("key::"))
    usual = [os.path.join("~", ".ssh", name) for name in ("id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_rsa")]
    for name in [typed] if typed else [configured, *usual]:
        path = os.path.expanduser(name)
        if not name or not os.path.isfile(path):
            continue
        private = path.removesuffix(".pub")
        public = _read(private + ".pub")
        if public:
            return KeyFile(private if os.path.isfile(private) else private + ".pub", public)
    raise ConfigError(
        f"There is no SSH key at {typed}." if typed else "No SSH key was found to sign with.",
        hint="Make one with `ssh-keygen -t ed25519`, or name one: smmgit approve --key ~/.ssh/id_ed25519",
    )


def sign(data: bytes, key: KeyFile) -> str:
    """The armoured signature of `data`. `ConfigError` with ssh-keygen's own words when it cannot sign."""
    with tempfile.TemporaryDirectory(prefix="smmgit-sign-") as folder:
        file = os.path.join(folder, "approval")
        with open(file, "wb") as out:
            out.write(data)
        path = key.path
        if not path:
            path = os.path.join(folder, "key.pub")
            with open(path, "w", encoding="utf-8") as out:
                out.write(key.public + "\n")
        status, said = _keygen("-Y", "sign", "-q", "-f", path, "-n", NAMESPACE, file)
        if status or not os.path.exists(file + ".sig"):
            raise ConfigError(f"ssh-keygen did not sign: {said}", hint="Unlock the key, or name another with --key.")
        return _read(file + ".sig")


def signs(data: bytes, signature: str, public_keys: tuple[str, ...]) -> bool:
    """Was `data` signed with one of these keys? False for anything else, forged or broken."""
    if not signature.startswith("-----BEGIN SSH SIGNATURE-----") or not public_keys:
        return False
    with tempfile.TemporaryDirectory(prefix="smmgit-verify-") as folder:
        allowed, proof = os.path.join(folder, "allowed"), os.path.join(folder, "sig")
        with open(allowed, "w", encoding="utf-8") as out:
            # One principal, and only our namespace: a key signed elsewhere (a commit, a mail) proves nothing here.
            out.writelines(
                f'approver namespaces="{NAMESPACE}" {" ".join(key.split()[:2])}\n'
                for key in public_keys
                if key.isprintable()
            )
        with open(proof, "w", encoding="utf-8") as out:
            out.write(signature)
        words = ("-Y", "verify", "-q", "-f", allowed, "-I", "approver", "-n", NAMESPACE, "-s", proof)
        return _keygen(*words, input=data)[0] == 0


def same_key(one: str, other: str) -> bool:
    """Are two public keys the same key, whatever comment stands behind them?"""
    return one.split()[:2] == other.split()[:2]


def _agent_key(public: str) -> KeyFile:
    return KeyFile("", public)


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().strip()
    except OSError:
        return ""


def _keygen(*words: str, input: bytes = b"") -> tuple[int, str]:
    import subprocess

    kept = environment()
    for name in ("SSH_ASKPASS", "SSH_AUTH_SOCK", "DISPLAY"):
        if name in os.environ:
            kept[name] = os.environ[name]
    try:
        done = subprocess.run(
            ["ssh-keygen", *words], input=input or None, capture_output=True, timeout=SLOW, env=kept, check=False
        )
    except FileNotFoundError as error:
        raise ConfigError(
            "ssh-keygen is not installed.", hint="Install OpenSSH (openssh-client) 8.1 or newer."
        ) from error
    except subprocess.TimeoutExpired:
        return 1, "it did not answer in time"
    return done.returncode, done.stderr.decode("utf-8", "replace").strip().replace("\n", "; ")
