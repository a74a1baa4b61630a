// An import of a small export, for tests of all systems.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "press/import/run/import_site.h"
#include "press/scratch_folder.h"

namespace broadsheet::test {

// Imports an export into a scratch folder.
class ImportedPaper {
  public:
    ImportedPaper(const char* system, const char* name, const std::string& bytes,
                  const std::string& url = {});

    // Adds a file to the export.
    void add(const char* name, const std::string& bytes);
    // Imports all files of the export (again).
    const press::ImportReport& run();

    std::filesystem::path path(const std::string& name) const { return options.out / name; }
    std::string file(const std::string& name) const;

    press::ImportOptions options;
    press::ImportReport report;

  private:
    ScratchFolder scratch_;
};

bool has(std::string_view text, std::string_view part);

using ReadText = press::ImportedText (*)(std::string_view, const press::TextContext&);

// A text that refers to nothing but itself, and the Markdown that it becomes.
press::ImportedText read_alone(ReadText read, std::string_view content);
std::string markdown_of(ReadText read, std::string_view content);

}  // namespace broadsheet::test
