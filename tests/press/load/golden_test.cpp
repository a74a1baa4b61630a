#include <doctest/doctest.h>

#include <string>

#include "golden_file.h"
#include "press/base/diagnostic.h"
#include "press/load/site_loader.h"
#include "press/scratch_folder.h"

TEST_CASE("every mistake is reported with its position and a remedy") {
    using namespace broadsheet;
    for (const auto& folder : test::folders_in(BROADSHEET_TESTS_DIR "/golden/invalid")) {
        press::LoadOptions options;
        options.content = folder / "content";
        options.filter.now = *model::parse_date("2026-01-01");
        options.jobs = 2;
        std::string said;
        for (const press::Diagnostic& diagnostic : press::load_site(options).diagnostics) {
            said += press::format_diagnostic(diagnostic);
        }
        tests::check_golden("invalid/" + folder.filename().string() + "/expected.txt", said);
        CHECK(!said.empty());
    }
}
