#include "widgets/base/Remembered.h"

#include "models/settings/Settings.h"

namespace base {

bool opensAgain(const settings::Settings &settings)
{
    return settings.value("start", "opens again") != text::Value::boolean(false);
}

void setOpensAgain(settings::Settings &settings, bool again)
{
    settings.set("start", "opens again", again ? text::Value() : text::Value::boolean(false));
}

void forgetColumns(settings::Settings &settings)
{
    for (const std::string &kind : settings.keys("kinds")) {
        text::Value layout = settings.value("kinds", kind);
        layout.set("columns", text::Value());
        settings.set("kinds", kind, std::move(layout));
    }
}

void forgetTables(settings::Settings &settings)
{
    for (const std::string &kind : settings.keys("kinds")) {
        const text::Value made = settings.value("kinds", kind)["userColumns"];
        text::Value layout;
        if (!made.items().empty()) {
            layout = text::Value::map();
            layout.set("userColumns", made);
        }
        settings.set("kinds", kind, std::move(layout));
    }
}

} // namespace base
