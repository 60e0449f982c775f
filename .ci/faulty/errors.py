"""Which errors a system call can have, by its manual page.

Where a call is not named, it cannot fail for this program; nor can what `cannot_fail` tells of.
"""

PATHS = "EACCES EIO ELOOP ENOENT ENOMEM ENOTDIR".split()
LINKS = PATHS + "EDQUOT EEXIST EMLINK ENOSPC EPERM EROFS EXDEV".split()

ERRORS = {
    "openat": PATHS + "EDQUOT EINTR EISDIR EMFILE ENFILE ENOSPC ENXIO EPERM EROFS ETXTBSY".split(),
    "read": "EAGAIN EBADF EINTR EINVAL EIO EISDIR".split(),
    "pread64": "EAGAIN EBADF EINTR EINVAL EIO".split(),
    "write": "EAGAIN EBADF EDQUOT EFBIG EINTR EINVAL EIO ENOSPC EPERM EPIPE".split(),
    "close": "EDQUOT EINTR EIO ENOSPC".split(),
    "statx": PATHS + ["EBADF"], "newfstatat": PATHS, "fstat": ["EIO", "ENOMEM"], "stat": PATHS, "lstat": PATHS,
    "lseek": ["ESPIPE", "EINVAL"], "access": PATHS, "readlink": PATHS + ["EINVAL"], "readlinkat": PATHS + ["EINVAL"],
    "getcwd": "EACCES ENOENT ENOMEM".split(), "getdents64": "EIO ENOENT ENOTDIR".split(),
    "mkdir": PATHS + "EDQUOT EEXIST EMLINK ENOSPC EPERM EROFS".split(),
    "mmap": "EAGAIN ENOMEM".split(), "mremap": ["ENOMEM"], "munmap": ["EINVAL"],
    "ioctl": "EBADF EIO ENOTTY".split(), "fcntl": "EBADF EINVAL EMFILE".split(),
    "fsync": "EDQUOT EINVAL EIO ENOSPC EROFS".split(), "fdatasync": "EIO ENOSPC".split(),
    "fchmod": "EIO EPERM EROFS".split(), "fchown": "EIO EPERM EROFS".split(),
    "rename": PATHS + "EBUSY EDQUOT ENOSPC EPERM EROFS EXDEV".split(),
    "renameat2": PATHS + "EBUSY EDQUOT EEXIST EINVAL ENOSPC ENOSYS EPERM EROFS EXDEV".split(),
    "linkat": LINKS, "link": LINKS,
    "unlink": PATHS + "EBUSY EPERM EROFS".split(), "unlinkat": PATHS + "EBUSY EPERM EROFS".split(),
    "getrandom": "EAGAIN EINTR ENOSYS".split(), "clock_gettime": ["EINVAL"],
    "poll": "EINTR EINVAL ENOMEM".split(), "clone3": "EAGAIN ENOMEM".split(), "pipe2": "EMFILE ENFILE".split(),
}

# Calls that ask for memory: where there is none, the program may end at once.
MEMORY = {"mmap", "brk", "mremap"}


def cannot_fail(call, error):
    """What the kernel never answers, and the standard library relies on: it panics otherwise."""
    # Only on a file can a close have something left to write, and fail.
    no_file = "O_DIRECTORY" in call.opened or any(it in call.line for it in ("<pipe:", "<socket:", "</dev/"))
    if call.name == "close" and no_file:
        return True
    # So asked, it does not wait for the system to have gathered enough, and does not say that it would have to.
    return call.name == "getrandom" and "GRND_INSECURE" in call.line and error == "EAGAIN"
