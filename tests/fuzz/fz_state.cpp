#include "models/settings/Document.h"
#include "models/tables/TableLayout.h"
#include "widgets/shell/Session.h"

#include <cstdint>
#include <cstdlib>

namespace {

void check(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void readWindow(const text::Value &value)
{
    using shell::RememberedWindow;
    const RememberedWindow window = RememberedWindow::fromValue(value);
    check(RememberedWindow::fromValue(window.toValue()).toValue() == window.toValue());
    const QList<QRect> screens{QRect(0, 0, 1920, 1080), QRect(-1280, 200, 1280, 1024)};
    if (const auto place = shell::placeOnScreen(window.frame, screens))
        check(screens[0].contains(*place) || screens[1].contains(*place));
}

void readPane(const text::Value &value)
{
    using shell::RememberedPane;
    const RememberedPane pane = RememberedPane::fromValue(value);
    check(RememberedPane::fromValue(pane.toValue()).toValue() == pane.toValue());
    check(pane.pages.size() <= RememberedPane::MostPages && (pane.pages.empty() || static_cast<std::size_t>(pane.current) < pane.pages.size()));
}

void readLayout(const text::Value &value)
{
    const tables::TableLayout layout = tables::readLayout(value);
    check(tables::readLayout(tables::toValue(layout)) == layout);
}

} // namespace

/// The file of the settings may hold anything: what is read of it can be written and read again, and the window is on a screen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document = settings::Document::parse({reinterpret_cast<const char *>(data), size});
    if (!document)
        return 0;
    const auto again = settings::Document::parse(document->write());
    check(again && *again == *document);
    for (const char *section : {"window", "session", "kinds"}) {
        for (const std::string &key : document->keys(section)) {
            const text::Value &value = document->value(section, key);
            readWindow(value);
            readPane(value);
            readLayout(value);
        }
    }
    return 0;
}
