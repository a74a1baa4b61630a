// Replacements for the C library functions with which nlohmann/json reads and prints fractions,
// which bundles do not contain. In the reader, the library's own functions (for long doubles) would
// be as large as the parser. CMake renames the calls when it builds the reader.
#include <cstddef>

extern "C" {
double broadsheet_read_number(const char* text, char** end);
int broadsheet_print_nothing(char* buffer, std::size_t size, const char* format, ...);

// Reads a whole number and skips a fraction. The parser has already checked the syntax.
double broadsheet_read_number(const char* text, char** end) {
    const bool negative = *text == '-';
    if (negative) ++text;
    double value = 0;
    for (; *text >= '0' && *text <= '9'; ++text) value = value * 10 + (*text - '0');
    while (*text == '.' || *text == 'e' || *text == 'E' || *text == '+' || *text == '-' ||
           (*text >= '0' && *text <= '9')) {
        ++text;
    }
    *end = const_cast<char*>(text);
    return negative ? -value : value;
}

int broadsheet_print_nothing(char* buffer, std::size_t size, const char*, ...) {
    if (size > 0) buffer[0] = '\0';
    return 0;
}
}
