/* The first part of the AppImage: a static program that needs no FUSE.

   Behind it in the same file lies a squashfs with the program. At the first start that is unpacked into the user's
   cache, in a folder named after its contents; from then on it is only started from there. Each process that runs holds
   a shared lock on its folder, by an open file that what it starts inherits; a folder that nobody holds and that is not
   this version's is removed after an unpacking.

   Options, as other AppImages have them: --appimage-help, --appimage-offset, --appimage-extract, --appimage-version. */

#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>
#include <squashfuse/util.h>

#ifndef CONTENTS
#error "CONTENTS is the name of the folder: a hash of the squashfs"
#endif

static const char *const cache_name = "flux-desktop-appimage";

/* squashfuse knows more ways to pack than this file uses: it is packed with zstd, and LZO is under another licence. */
int lzo1x_decompress_safe(void) { return -1; }
int LZ4_decompress_safe(void) { return -1; }
int lzma_stream_buffer_decode(void) { return -1; }
int uncompress(void) { return -1; }

static void fail(const char *what, const char *name) {
    fprintf(stderr, "flux-desktop: %s %s: %s\n", what, name, strerror(errno));
    exit(127);
}

static void join(char path[PATH_MAX], const char *folder, const char *name) {
    if (snprintf(path, PATH_MAX, "%s/%s", folder, name) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        fail("cannot use", folder);
    }
}

/* Where this program ends and the squashfs begins. */
static size_t offset_of_image(const char *self) {
    Elf64_Ehdr header;
    int file = open(self, O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, &header, sizeof header) != sizeof header)
        fail("cannot read", self);
    close(file);
    return header.e_shoff + (size_t)header.e_shentsize * header.e_shnum;
}

/* Writes one file of the image. */
static void write_file(sqfs *fs, sqfs_inode *inode, const char *path) {
    static char buffer[1 << 20];
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    if (file < 0)
        fail("cannot write", path);
    for (sqfs_off_t at = 0; at < (sqfs_off_t)inode->xtra.reg.file_size;) {
        sqfs_off_t count = sizeof buffer;
        if (sqfs_read_range(fs, inode, at, &count, buffer) != SQFS_OK || count <= 0) {
            errno = EIO;
            fail("this file is damaged at", path);
        }
        for (sqfs_off_t written = 0; written < count;) {
            ssize_t more = write(file, buffer + written, count - written);
            if (more < 0)
                fail("cannot write", path);
            written += more;
        }
        at += count;
    }
    if (close(file) != 0)
        fail("cannot write", path);
}

static void write_link(sqfs *fs, sqfs_inode *inode, const char *path) {
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(fs, inode, target, &size) != SQFS_OK || symlink(target, path) != 0)
        fail("cannot write", path);
}

/* Unpacks the whole image into `folder`, which is there and empty. */
static void unpack(const char *self, const char *folder) {
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    char path[PATH_MAX];
    if (sqfs_open_image(&fs, self, offset_of_image(self)) != SQFS_OK ||
        sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) != SQFS_OK) {
        errno = EIO;
        fail("this file is damaged:", self);
    }
    while (sqfs_traverse_next(&walk, &error)) {
        sqfs_inode inode;
        if (walk.dir_end)
            continue;
        join(path, folder, walk.path);
        if (sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)) != SQFS_OK)
            break;
        if (S_ISDIR(inode.base.mode) ? mkdir(path, 0755) != 0 : 0)
            fail("cannot make", path);
        if (S_ISREG(inode.base.mode))
            write_file(&fs, &inode, path);
        if (S_ISLNK(inode.base.mode))
            write_link(&fs, &inode, path);
    }
    if (error != SQFS_OK || walk.dir_end == false) {
        errno = EIO;
        fail("this file is damaged:", self);
    }
    sqfs_traverse_close(&walk);
    sqfs_destroy(&fs);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place) {
    (void)info, (void)kind, (void)place;
    return remove(path);
}

static void remove_all(const char *folder) { nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS); }

/* Opens and locks the file that stands for `folder`; -1 if it cannot be had. With `kept`, what takes the place of this
   process holds the lock on. */
static int locked(const char *folder, int how, bool kept) {
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s.lock", folder) >= (int)sizeof path)
        return -1;
    int file = open(path, O_RDWR | O_CREAT | (kept ? 0 : O_CLOEXEC), 0600);
    if (file >= 0 && flock(file, how) != 0) {
        close(file);
        return -1;
    }
    return file;
}

/* Removes what earlier versions unpacked, unless they still run. */
static void tidy(const char *cache) {
    DIR *folder = opendir(cache);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[PATH_MAX], lock[PATH_MAX + 5];
        if (entry->d_name[0] == '.' || strstr(entry->d_name, ".lock") || strncmp(entry->d_name, CONTENTS, 16) == 0)
            continue;
        join(path, cache, entry->d_name);
        int file = locked(path, LOCK_EX | LOCK_NB, false);
        if (file < 0)
            continue;
        remove_all(path);
        snprintf(lock, sizeof lock, "%s.lock", path);
        unlink(lock);
        close(file);
    }
    if (folder != NULL)
        closedir(folder);
}

/* A folder of this user's alone that can be written to: in the cache, or where there is none, in the place for
   temporary files. */
static void find_cache(char cache[PATH_MAX]) {
    char home[PATH_MAX];
    const char *chosen = getenv("XDG_CACHE_HOME");
    if (chosen == NULL || chosen[0] != '/') {
        join(home, getenv("HOME") ? getenv("HOME") : "", ".cache");
        chosen = home;
    }
    mkdir(chosen, 0700);
    join(cache, chosen, cache_name);
    mkdir(cache, 0700);
    if (access(cache, W_OK | X_OK) == 0)
        return;
    const char *temporary = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
    struct stat info;
    snprintf(cache, PATH_MAX, "%s/%s-%d", temporary, cache_name, (int)getuid());
    mkdir(cache, 0700);
    if (lstat(cache, &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != getuid() || (info.st_mode & 077) != 0) {
        errno = EACCES;
        fail("cannot unpack into", cache);
    }
}

/* Sees to it that the image lies unpacked in `folder`, also when two start at once. */
static void provide(const char *self, char folder[PATH_MAX]) {
    char cache[PATH_MAX], fresh[PATH_MAX];
    find_cache(cache);
    join(folder, cache, CONTENTS);
    if (locked(folder, LOCK_SH, true) < 0)
        fail("cannot lock", folder);
    if (access(folder, X_OK) == 0)
        return;
    if (snprintf(fresh, sizeof fresh, "%s.XXXXXX", folder) >= (int)sizeof fresh || mkdtemp(fresh) == NULL)
        fail("cannot unpack into", cache);
    unpack(self, fresh);
    if (rename(fresh, folder) != 0 && access(folder, X_OK) != 0)
        fail("cannot make", folder);
    remove_all(fresh); /* where another one was quicker */
    tidy(cache);
}

static void help(void) {
    puts("--appimage-extract   unpack into ./squashfs-root\n"
         "--appimage-offset    where the squashfs begins in this file, in bytes\n"
         "--appimage-version   what starts this AppImage\n"
         "--appimage-help      this text\n"
         "All other words go to the program: --help shows its own.");
}

int main(int count, char **words) {
    char self[PATH_MAX], folder[PATH_MAX], program[PATH_MAX], here[PATH_MAX];
    const char *word = count > 1 ? words[1] : "";
    if (realpath("/proc/self/exe", self) == NULL)
        fail("cannot find", words[0]);
    if (strcmp(word, "--appimage-help") == 0)
        return help(), 0;
    if (strcmp(word, "--appimage-version") == 0)
        return puts("Flux Desktop's own runtime, unpacking, without FUSE"), 0;
    if (strcmp(word, "--appimage-offset") == 0)
        return printf("%zu\n", offset_of_image(self)), 0;
    if (strcmp(word, "--appimage-extract") == 0) {
        if (mkdir("squashfs-root", 0755) != 0)
            fail("cannot make", "squashfs-root");
        return unpack(self, "squashfs-root"), 0;
    }
    provide(self, folder);
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", words[0], 1);
    if (getcwd(here, sizeof here) != NULL)
        setenv("OWD", here, 1);
    join(program, folder, "AppRun");
    execv(program, words);
    fail("cannot start", program);
}
