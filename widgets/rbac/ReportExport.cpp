#include "widgets/rbac/ReportExport.h"

#include <QMenu>

#include <array>
#include <utility>

namespace rbac {

namespace {

constexpr std::array<ReportForm, 3> forms{{{RiskFormat::Csv, "CSV", "csv"}, {RiskFormat::Json, "JSON", "json"}, {RiskFormat::Markdown, "Markdown", "md"}}};

QString nameOf(const ReportForm &form) { return QString::fromLatin1(form.name); }

} // namespace

std::span<const ReportForm> reportForms()
{
    return forms;
}

ReportExport::ReportExport(QString stem, base::Words title, Take take, QWidget *window)
    : QObject(window), m_stem(std::move(stem)), m_title(title), m_take(std::move(take)), m_file(new base::FileExport(window))
{
    connect(m_file, &base::FileExport::noticed, this, &ReportExport::noticed);
}

void ReportExport::fill(QMenu &menu)
{
    for (const ReportForm &form : forms)
        connect(menu.addAction(nameOf(form) + u'…'), &QAction::triggered, this, [this, &form] { choose(form); });
}

std::vector<base::Command> ReportExport::commands()
{
    std::vector<base::Command> out;
    for (const ReportForm &form : forms) {
        const auto title = [this, &form] { return m_title.translated().arg(nameOf(form)); };
        const auto whyNot = [this] { return m_take() ? QString() : tr("Nothing is shown yet"); };
        out.push_back({QStringLiteral("export-%1-%2").arg(m_stem, QString::fromLatin1(form.suffix)), title, {}, whyNot, [this, &form] { choose(form); }, m_title.inEnglish().arg(nameOf(form))});
    }
    return out;
}

void ReportExport::choose(const ReportForm &form)
{
    const QString suffix = QString::fromLatin1(form.suffix);
    m_file->ask({m_title.translated().arg(nameOf(form)), base::FileExport::datedName(m_stem, suffix), base::FileExport::filterFor(nameOf(form), suffix)},
                [this, format = form.format](const QString &path) { writeTo(path, format); });
}

void ReportExport::writeTo(const QString &path, RiskFormat format)
{
    if (const auto report = m_take())
        m_file->write(path, [make = report->make, format] { return make(format); }, report->told);
}

} // namespace rbac
