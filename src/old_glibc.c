/* What the static C++ library of a new system expects of its C library, for programs that also run on systems whose C
 * library is older (src/portable.cmake). The declarations are those of glibc 2.36 on x86-64. */
#define _GNU_SOURCE
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/random.h>

/* Since 2.32: false makes shared pointers count as in programs with several threads, which is always right. */
char __libc_single_threaded = 0;

/* Since 2.36. */
uint32_t arc4random(void) {
    uint32_t number = 0;
    while (getentropy(&number, sizeof(number)) != 0) {
    }
    return number;
}

/* Since 2.35: finds the table of exception handlers of the code at an address. */
struct dl_find_object {
    unsigned long long flags;
    void* map_start;
    void* map_end;
    struct link_map* link_map;
    void* eh_frame;
    unsigned long long reserved[7];
};

struct search {
    uintptr_t address;
    struct dl_find_object* result;
};

static int look_at(struct dl_phdr_info* object, size_t size, void* data) {
    struct search* search = data;
    const ElfW(Phdr)* table = NULL;
    const ElfW(Phdr)* code = NULL;
    (void)size;
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr)* part = &object->dlpi_phdr[i];
        const uintptr_t start = object->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_GNU_EH_FRAME) table = part;
        if (part->p_type == PT_LOAD && search->address >= start && search->address - start < part->p_memsz) code = part;
    }
    if (table == NULL || code == NULL) return 0;
    search->result->flags = 0;
    search->result->map_start = (void*)(object->dlpi_addr + code->p_vaddr);
    search->result->map_end = (void*)(object->dlpi_addr + code->p_vaddr + code->p_memsz);
    search->result->link_map = NULL;
    search->result->eh_frame = (void*)(object->dlpi_addr + table->p_vaddr);
    return 1;
}

int _dl_find_object(void* address, struct dl_find_object* result) {
    struct search search = {(uintptr_t)address, result};
    return dl_iterate_phdr(look_at, &search) == 1 ? 0 : -1;
}
