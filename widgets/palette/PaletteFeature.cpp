#include "widgets/palette/PaletteFeature.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/Shell.h"
#include "widgets/palette/Choices.h"
#include "widgets/palette/ObjectOffers.h"
#include "widgets/palette/PaletteBox.h"
#include "widgets/palette/ShortcutsPage.h"

#include <QWidget>

namespace palette {

namespace {

/// One box at a time: the same shortcut again closes it.
void toggle(base::Shell &shell, const QString &name, const std::function<std::unique_ptr<Offers>()> &offers)
{
    bool wasOpen = false;
    for (PaletteBox *box : shell.widget().findChildren<PaletteBox *>(Qt::FindDirectChildrenOnly)) {
        wasOpen = wasOpen || (box->isVisible() && box->offers().objectName() == name);
        box->dismiss();
    }
    if (wasOpen)
        return;
    auto made = offers();
    made->setObjectName(name);
    auto *box = new PaletteBox(std::move(made), &shell.widget());
    QObject::connect(box, &PaletteBox::noticed, box, [&shell](const QString &text) { shell.tell(text); });
    box->open();
}

/// One search for the window, so that what was fetched serves the next time too.
ObjectSearch &searchOf(base::Shell &shell)
{
    if (auto *search = shell.widget().findChild<ObjectSearch *>())
        return *search;
    return *new ObjectSearch(shell.clusters(), &shell.widget());
}

base::Command commandPalette(base::Registry &registry)
{
    base::Command command = base::Command::make(QStringLiteral("palette"), {"palette", QT_TRANSLATE_NOOP("palette", "Command palette")}, Qt::CTRL | Qt::SHIFT | Qt::Key_P, [&registry] {
        base::Shell &shell = *registry.shell();
        toggle(shell, QStringLiteral("palette"), [&] { return std::make_unique<CommandOffers>(choicesOf(registry, shell), Recent(shell.clusters().settings())); });
    });
    command.barTitle = [] { return QCoreApplication::translate("palette", "Commands"); };
    command.barRank = 2;
    return command;
}

base::Command goToObject(base::Registry &registry)
{
    base::Command command = base::Command::make(
        QStringLiteral("go-to-object"), {"palette", QT_TRANSLATE_NOOP("palette", "Go to an object…")}, Qt::CTRL | Qt::Key_P,
        [&registry] {
            base::Shell &shell = *registry.shell();
            toggle(shell, QStringLiteral("go-to-object"), [&] { return std::make_unique<ObjectOffers>(searchOf(shell), shell); });
        },
        [&registry] {
            const bool isConnected = !registry.shell()->clusters().connected().empty();
            return isConnected ? QString() : QCoreApplication::translate("palette", "No cluster is connected");
        });
    command.barTitle = [] { return QCoreApplication::translate("palette", "Go to…"); };
    return command;
}

} // namespace

void PaletteFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("shortcuts"), false,
                      [&registry](cluster::Clusters &clusters, base::ClusterView *, QWidget *parent) -> base::Page * { return new ShortcutsPage(clusters.settings(), registry, parent); }});
    registry.addCommand(base::Command::make(QStringLiteral("shortcuts"), {"palette", QT_TRANSLATE_NOOP("palette", "Keyboard shortcuts")}, Qt::Key_F1,
                                            [&registry] { registry.shell()->open({QStringLiteral("shortcuts"), {}, {}, {}}); }));
    registry.setObjectPicker([&registry](ObjectOffers::Accept chosen) {
        base::Shell &shell = *registry.shell();
        toggle(shell, QStringLiteral("pick-object"), [&] {
            auto offers = std::make_unique<ObjectOffers>(searchOf(shell), shell);
            offers->setAccept(std::move(chosen));
            return offers;
        });
    });
    registry.addCommand(goToObject(registry));
    registry.addCommand(commandPalette(registry));
}

} // namespace palette
