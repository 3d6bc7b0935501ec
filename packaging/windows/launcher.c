/* The program that users start on Windows: CPython in this very process, running start.py.
 *
 * Compiled twice: as flux-desktop.exe for the window, without a console, and as flux-desktop.com for the command line,
 * with one. A terminal prefers .com where it is asked for `flux-desktop`.
 *
 * Being the process itself, and not a parent of python.exe, the window belongs to this file: its icon, its name in the
 * task manager, its place in the task bar, Ctrl+C and the exit code are the program's own.
 */

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* of a path on Windows, its end included */
#define FAULT 70

typedef int (*PythonMain)(int, wchar_t **);

static int fail(const wchar_t *sentence, const wchar_t *file) {
    static wchar_t words[LONGEST + 256];
    swprintf(words, LONGEST + 256, L"%ls\n%ls\n(Windows error %lu)\n\nInstall Flux Desktop again.", sentence, file,
             GetLastError());
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", words);
#else
    MessageBoxW(NULL, words, L"Flux Desktop", MB_ICONERROR);
#endif
    return FAULT;
}

/* The path of a file in the folder `runtime` beside this program; NULL if it would be too long. */
static wchar_t *in_runtime(const wchar_t *name) {
    static const wchar_t folder[] = L"runtime\\";
    wchar_t *path = malloc(LONGEST * sizeof(wchar_t));
    if (path == NULL)
        return NULL;
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
    while (length > 0 && path[length - 1] != L'\\')
        length--;
    if (length == 0 || length + wcslen(folder) + wcslen(name) >= LONGEST)
        return NULL;
    wcscpy(path + length, folder);
    wcscat(path, name);
    return path;
}

/* Load a library by its full path, and what it needs from the folder where it is. */
static HMODULE load(const wchar_t *name) {
    wchar_t *path = in_runtime(name);
    HMODULE library = path == NULL ? NULL : LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (library == NULL)
        fail(L"A part of Flux Desktop is missing or cannot be loaded:", name);
    free(path);
    return library;
}

/* python's own words, then ours: bytecode is never written, for the uninstaller would not know of it. */
static wchar_t **arguments(int count, wchar_t **words, int *total) {
    wchar_t *own[] = {words[0], L"-B", L"-X", L"utf8", in_runtime(L"start.py")};
    const int known = sizeof(own) / sizeof(own[0]);
    wchar_t **all = calloc(known + count, sizeof(wchar_t *));
    if (all == NULL || own[known - 1] == NULL)
        return NULL;
    for (int i = 0; i < known; i++)
        all[i] = own[i];
    for (int i = 1; i < count; i++)
        all[known + i - 1] = words[i];
    *total = known + count - 1;
    return all;
}

/* So that windows, and what is pinned to the task bar, go with the entry of the start menu. */
static void name_for_task_bar(void) {
    typedef HRESULT(WINAPI * SetName)(PCWSTR);
    HMODULE shell = LoadLibraryExW(L"shell32.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
    SetName set = shell == NULL ? NULL : (SetName)(void *)GetProcAddress(shell, "SetCurrentProcessExplicitAppUserModelID");
    if (set != NULL)
        set(APP_USER_MODEL_ID);
}

int wmain(int count, wchar_t **words) {
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    HMODULE python = load(PYTHON_LIBRARY);
    /* The stable face of python3.dll, to which Qt's bindings are linked, is not searched for in `runtime` later. */
    if (python == NULL || load(L"python3.dll") == NULL)
        return FAULT;
    PythonMain run = (PythonMain)(void *)GetProcAddress(python, "Py_Main");
    int total = 0;
    wchar_t **all = arguments(count, words, &total);
    if (run == NULL || all == NULL)
        return fail(L"A part of Flux Desktop is damaged:", PYTHON_LIBRARY);
    name_for_task_bar();
    return run(total, all);
}
