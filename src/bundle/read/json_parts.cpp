// What nlohmann/json calls of the C library to read and print fractions, which the bundle does not
// have: in the reader's program the library's own would weigh as much as the parser (the reading
// and printing of long doubles). CMake renames the calls where the reader is built.
#include <cstddef>

extern "C" {
double broadsheet_read_number(const char* text, char** end);
int broadsheet_print_nothing(char* buffer, std::size_t size, const char* format, ...);

// Whole numbers; what follows the point is skipped. The parser has checked the form.
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
