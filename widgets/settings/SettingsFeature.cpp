#include "widgets/settings/SettingsFeature.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/Shell.h"
#include "widgets/settings/AppearanceSection.h"
#include "widgets/settings/FilesSection.h"
#include "widgets/settings/SettingsPage.h"
#include "widgets/settings/StartSection.h"

#include <QCoreApplication>

namespace settings {

namespace {

template<typename Section>
base::SettingsSection sectionOf(int rank)
{
    return {[] { return Section::title(); }, rank, [](Settings &settings, QWidget *parent) -> QWidget * { return new Section(settings, parent); }};
}

} // namespace

void SettingsFeature::addTo(base::Registry &registry)
{
    registry.addSettingsSection(sectionOf<AppearanceSection>(10));
    registry.addSettingsSection(sectionOf<StartSection>(20));
    registry.addSettingsSection(sectionOf<FilesSection>(90));
    registry.addPage({QStringLiteral("settings"), false, [&registry](cluster::Clusters &clusters, base::ClusterView *, QWidget *parent) -> base::Page * {
        return new SettingsPage(clusters.settings(), registry.settingsSections(), parent);
    }, {"settings", QT_TRANSLATE_NOOP("settings", "Settings")}});
    registry.addCommand(base::Command::make(QStringLiteral("settings"), {"settings", QT_TRANSLATE_NOOP("settings", "Settings")}, QKeySequence(Qt::CTRL | Qt::Key_Comma),
                                            [&registry] { registry.shell()->open({QStringLiteral("settings"), {}, {}, {}}); }));
}

} // namespace settings
