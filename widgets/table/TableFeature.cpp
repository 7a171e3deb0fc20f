#include "widgets/table/TableFeature.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/cluster/Clusters.h"
#include "widgets/base/Shell.h"
#include "widgets/base/Shortcuts.h"
#include "widgets/table/PanelChoice.h"
#include "widgets/table/TablePage.h"

#include <QCoreApplication>

namespace table {

namespace {

QString panelCommand() { return QStringLiteral("object-panel"); }

TablePage *shownTable(const base::Registry &registry)
{
    return registry.shell() ? qobject_cast<TablePage *>(registry.shell()->page()) : nullptr;
}

QString noTable(const base::Registry &registry)
{
    return shownTable(registry) ? QString() : QCoreApplication::translate("table::TableFeature", "No table is shown");
}

/// With the keys that this person has for showing it.
QString noPanel(const base::Registry &registry)
{
    const QString words = QCoreApplication::translate("table::TableFeature", "The selected object is not shown");
    const QKeySequence keys = base::Shortcuts(registry.shell()->clusters().settings(), registry).of(panelCommand());
    return keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, keys.toString(QKeySequence::NativeText));
}

void choose(const base::Registry &registry, const std::function<void(PanelChoice &choice)> &change)
{
    settings::Settings &settings = registry.shell()->clusters().settings();
    PanelChoice choice = PanelChoice::of(settings);
    change(choice);
    choice.remember(settings);
}

void addPanelCommands(base::Registry &registry)
{
    using base::Command;
    const auto words = [](const char *english) { return base::Words{"table::TableFeature", english}; };
    const auto table = [&registry] { return noTable(registry); };
    registry.addCommand(Command::make(panelCommand(), words(QT_TRANSLATE_NOOP("table::TableFeature", "Show or hide the selected object beside the table")),
                                      Qt::CTRL | Qt::Key_I, [&registry] { choose(registry, [](PanelChoice &choice) { choice.isShown = !choice.isShown; }); }, table));
    registry.addCommand(Command::make(QStringLiteral("object-panel-place"), words(QT_TRANSLATE_NOOP("table::TableFeature", "Selected object: at the right or below the table")), {},
                                      [&registry] {
                                          choose(registry, [](PanelChoice &choice) {
                                              choice.isBelow = choice.isShown && !choice.isBelow;
                                              choice.isShown = true;
                                              choice.size = 0;
                                          });
                                      },
                                      table));
    registry.addCommand(Command::make(QStringLiteral("switch-to-panel"), words(QT_TRANSLATE_NOOP("table::TableFeature", "Go from the table to the selected object and back")), Qt::Key_F6,
                                      [&registry] {
                                          if (!shownTable(registry)->switchToPanel())
                                              registry.shell()->tell(noPanel(registry));
                                      },
                                      table));
}

} // namespace

void TableFeature::addTo(base::Registry &registry)
{
    registry.setKindPage([&registry](base::ClusterView &view, const kube::ResourceType &type, QWidget *parent) {
        auto *page = new TablePage(view, type, registry.makeColumns(view, type), parent);
        page->offerActions(registry.rowActions(type));
        if (registry.hasObjectPanel())
            page->offerPanel([&registry, &view](QWidget *beside) { return registry.makeObjectPanel(view, beside); });
        return page;
    });
    addPanelCommands(registry);
}

} // namespace table
