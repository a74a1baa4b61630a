#include "press/command/command.h"

int main(int argument_count, char** arguments) {
    return broadsheet::press::run_command(argument_count, arguments);
}
