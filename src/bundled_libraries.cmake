# The tool's libraries, compiled from the sources of Debian's packages under the names that pkg-config's targets have, so
# that the other build files do not know the difference. For programs that run without installed libraries: the npm
# package and the tarball. `./dev npm` and `./dev release` bring the sources.

# Sets `dir` to the sources of a library.
macro(broadsheet_bundled_source name)
    set(dir "${PROJECT_SOURCE_DIR}/build/sources/${name}")
    if(NOT EXISTS "${dir}")
        message(FATAL_ERROR "No source of ${name} in build/sources; `./dev npm` and `./dev release` bring it")
    endif()
    list(APPEND bundled_names ${name})
endmacro()

# A library of those files that the globs in ARGN match below `dir`, and the targets of pkg-config that it replaces.
function(broadsheet_bundled name packages include_dirs)
    list(TRANSFORM ARGN PREPEND "${dir}/")
    file(GLOB files ${ARGN})
    list(FILTER files EXCLUDE REGEX "/(example|pngtest)\\.c$")
    broadsheet_third_party(bundled_${name} "${include_dirs}" ${files})
    foreach(package IN LISTS packages)
        add_library(PkgConfig::${package} ALIAS bundled_${name})
    endforeach()
endfunction()

broadsheet_bundled_source(fmtlib)
broadsheet_bundled(fmt fmt "${dir}/include" src/format.cc)

broadsheet_bundled_source(yaml-cpp)
broadsheet_bundled(yaml yaml-cpp "${dir}/include" src/*.cpp)

broadsheet_bundled_source(pugixml)
broadsheet_bundled(pugixml pugixml "${dir}/src" src/pugixml.cpp)

broadsheet_bundled_source(xxhash)
broadsheet_bundled(xxhash libxxhash "${dir}" xxhash.c)

broadsheet_bundled_source(zlib)
broadsheet_bundled(zlib zlib "${dir}" *.c)
target_compile_definitions(bundled_zlib PUBLIC Z_HAVE_UNISTD_H) # without it, offsets in files have 32 bits

broadsheet_bundled_source(minizip)
broadsheet_bundled(minizip minizip "${dir}" ioapi.c unzip.c zip.c)
target_link_libraries(bundled_minizip PUBLIC bundled_zlib)

# The settings of libpng and libjpeg-turbo are those of Debian's packages, without instructions of one processor, which
# would need an assembler. Both ways make the same bytes.
broadsheet_bundled_source(libpng1.6)
set(settings "${PROJECT_BINARY_DIR}/generated/bundled")
configure_file("${dir}/scripts/pnglibconf.h.prebuilt" "${settings}/png/pnglibconf.h" COPYONLY)
broadsheet_bundled(png libpng "${dir};${settings}/png" *.c)
target_compile_definitions(bundled_png PRIVATE PNG_INTEL_SSE_OPT=0 PNG_ARM_NEON_OPT=0)
target_link_libraries(bundled_png PUBLIC bundled_zlib)

broadsheet_bundled_source(libjpeg-turbo)
file(STRINGS "${dir}/CMakeLists.txt" row REGEX "^set\\(VERSION ")
string(REGEX MATCH "[0-9.]+" VERSION "${row}")
string(REGEX REPLACE "^([0-9]+)\\.([0-9]+)\\.([0-9]+).*" "\\1 \\2 \\3" parts "${VERSION}")
separate_arguments(parts)
list(TRANSFORM parts REPLACE "^(.)$" "00\\1")
list(TRANSFORM parts REPLACE "^(..)$" "0\\1")
list(JOIN parts "" LIBJPEG_TURBO_VERSION_NUMBER)
string(REGEX REPLACE "^0+" "" LIBJPEG_TURBO_VERSION_NUMBER "${LIBJPEG_TURBO_VERSION_NUMBER}")
set(JPEG_LIB_VERSION 62)
set(C_ARITH_CODING_SUPPORTED 1)
set(D_ARITH_CODING_SUPPORTED 1)
set(MEM_SRCDST_SUPPORTED 1)
set(BITS_IN_JSAMPLE 8)
set(BUILD "broadsheet")
set(INLINE "inline __attribute__((always_inline))")
set(THREAD_LOCAL "__thread")
set(SIZE_T ${CMAKE_SIZEOF_VOID_P})
set(HAVE_BUILTIN_CTZL 1)
set(COPYRIGHT_YEAR "")
foreach(header jconfig jconfigint jversion)
    configure_file("${dir}/${header}.h.in" "${settings}/jpeg/${header}.h")
endforeach()
foreach(part capimin capistd ccoefct ccolor cdctmgr chuff cicc cinit cmainct cmarker cmaster comapi cparam cphuff cprepct
        csample ctrans dapimin dapistd datadst datasrc dcoefct dcolor ddctmgr dhuff dicc dinput dmainct dmarker dmaster
        dmerge dphuff dpostct dsample dtrans error fdctflt fdctfst fdctint idctflt idctfst idctint idctred quant1 quant2
        utils memmgr memnobs aricom carith darith simd_none)
    list(APPEND jpeg_files j${part}.c)
endforeach()
broadsheet_bundled(jpeg libjpeg "${settings}/jpeg;${dir}" ${jpeg_files})

broadsheet_bundled_source(libwebp)
broadsheet_bundled(webp "libwebp;libwebpmux;libwebpdemux" "${dir}/src"
    sharpyuv/*.c src/dec/*.c src/demux/*.c src/dsp/*.c src/enc/*.c src/mux/*.c src/utils/*.c)
target_include_directories(bundled_webp PRIVATE "${dir}")
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    # Compiled for newer processors, and only used where the processor has them.
    file(GLOB files "${dir}/src/dsp/*_sse41.c")
    set_source_files_properties(${files} PROPERTIES COMPILE_OPTIONS "-msse4.1")
endif()

broadsheet_bundled_source(tree-sitter)
broadsheet_bundled(tree_sitter tree-sitter "${dir}/lib/include" lib/src/lib.c)
target_include_directories(bundled_tree_sitter PRIVATE "${dir}/lib/src")

broadsheet_bundled_source(brotli)
broadsheet_bundled(brotli "" "${dir}/c/include" c/common/*.c c/dec/*.c)

# FreeType measures fonts; it draws nothing.
broadsheet_bundled_source(freetype)
file(CONFIGURE OUTPUT "${settings}/freetype/modules.h" CONTENT
    "FT_USE_MODULE(FT_Driver_ClassRec, tt_driver_class)
FT_USE_MODULE(FT_Driver_ClassRec, cff_driver_class)
FT_USE_MODULE(FT_Module_Class, psaux_module_class)
FT_USE_MODULE(FT_Module_Class, psnames_module_class)
FT_USE_MODULE(FT_Module_Class, sfnt_module_class)
")
broadsheet_bundled(freetype freetype2 "${dir}/include" src/base/ftsystem.c src/base/ftinit.c src/base/ftdebug.c
    src/base/ftbase.c src/base/ftbitmap.c src/base/ftmm.c src/gzip/ftgzip.c src/sfnt/sfnt.c src/truetype/truetype.c
    src/cff/cff.c src/psaux/psaux.c src/psnames/psnames.c)
target_include_directories(bundled_freetype PRIVATE "${settings}/freetype")
target_link_libraries(bundled_freetype PRIVATE bundled_brotli bundled_zlib)
target_compile_definitions(bundled_freetype PRIVATE FT2_BUILD_LIBRARY FT_CONFIG_OPTION_USE_BROTLI
    FT_CONFIG_OPTION_SYSTEM_ZLIB "FT_CONFIG_MODULES_H=<modules.h>")

broadsheet_headers(tomlplusplus toml++/toml.h)
add_library(PkgConfig::tomlplusplus ALIAS tomlplusplus)

if(EMSCRIPTEN)
    return() # Node.js has the network
endif()
broadsheet_bundled_source(cpp-httplib)
add_library(httplib INTERFACE)
target_include_directories(httplib SYSTEM INTERFACE "${dir}")
target_link_libraries(httplib INTERFACE Threads::Threads)

# curl speaks HTTP alone, encrypted by Mbed TLS: OpenSSL is larger than the whole tool.
broadsheet_bundled_source(mbedtls)
broadsheet_bundled(mbedtls "" "${dir}/include" library/*.c)
target_include_directories(bundled_mbedtls PRIVATE "${dir}/library")

broadsheet_bundled_source(curl)
broadsheet_bundled(curl libcurl "${dir}/include" lib/*.c lib/vauth/*.c lib/vquic/*.c lib/vtls/*.c)
target_include_directories(bundled_curl PRIVATE "${dir}/lib")
target_link_libraries(bundled_curl PRIVATE bundled_mbedtls bundled_zlib Threads::Threads)
# Both wait for the network, so they are small instead of fast.
target_compile_options(bundled_mbedtls PRIVATE -Os)
target_compile_options(bundled_curl PRIVATE -Os)
target_compile_definitions(bundled_curl PUBLIC CURL_STATICLIB PRIVATE BUILDING_LIBCURL OS="Linux" USE_MBEDTLS
    USE_THREADS_POSIX ENABLE_IPV6 HTTP_ONLY CURL_DISABLE_NTLM CURL_DISABLE_LDAPS RANDOM_FILE="/dev/urandom"
    STDC_HEADERS TIME_WITH_SYS_TIME _FILE_OFFSET_BITS=64 _GNU_SOURCE
    SIZEOF_INT=4 SIZEOF_LONG=8 SIZEOF_OFF_T=8 SIZEOF_CURL_OFF_T=8 SIZEOF_SIZE_T=8 SIZEOF_TIME_T=8)
# What Linux has, in place of the checks of curl's own build files.
foreach(present ALARM ARPA_INET_H ATOMIC BASENAME BOOL_T CLOCK_GETTIME_MONOTONIC FCHMOD FCNTL_H FCNTL_O_NONBLOCK
        FREEADDRINFO FTRUNCATE GETADDRINFO GETEUID GETHOSTBYNAME_R GETHOSTBYNAME_R_6 GETHOSTNAME GETPEERNAME GETPPID
        GETPWUID GETPWUID_R GETRLIMIT GETSOCKNAME GETTIMEOFDAY GLIBC_STRERROR_R GMTIME_R IFADDRS_H IF_NAMETOINDEX INET_NTOP
        INET_PTON INTTYPES_H IOCTL_FIONBIO LIBZ LOCALE_H LONGLONG MSG_NOSIGNAL NETDB_H NETINET_IN_H NETINET_TCP_H NET_IF_H
        PIPE POLL_FINE POLL_H PTHREAD_H PWD_H RECV SA_FAMILY_T SELECT SEND SETJMP_H SETLOCALE SETRLIMIT SIGACTION
        SIGINTERRUPT SIGNAL SIGNAL_H SIGSETJMP SOCKADDR_IN6_SIN6_SCOPE_ID SOCKET SOCKETPAIR STDATOMIC_H STDBOOL_H STDINT_H
        STDLIB_H STRCASECMP STRDUP STRERROR_R STRINGS_H STRING_H STRTOK_R STRTOLL STRUCT_SOCKADDR_STORAGE STRUCT_TIMEVAL
        SYS_IOCTL_H SYS_PARAM_H SYS_POLL_H SYS_RESOURCE_H SYS_SELECT_H SYS_SOCKET_H SYS_STAT_H SYS_TIME_H SYS_TYPES_H
        SYS_UN_H TIME_H UNISTD_H UTIME UTIMES UTIME_H VARIADIC_MACROS_C99)
    target_compile_definitions(bundled_curl PRIVATE HAVE_${present}=1)
endforeach()
