#include "widgets/rbac/AccessExport.h"

#include "models/graph/Dot.h"
#include "models/graph/Svg.h"
#include "models/rbac/AccessShapes.h"
#include "models/text/Json.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/Scene.h"
#include "widgets/graph/SceneImage.h"
#include "widgets/rbac/AccessReport.h"
#include "widgets/rbac/ExportShapes.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QMenu>

#include <array>

namespace rbac {

namespace {

QByteArray svgOf(const Exported &what)
{
    const graph::Palette palette = base::Theme::instance().isDark() ? graph::Palette::dark() : graph::Palette::light();
    return QByteArray::fromStdString(graph::writeSvg(what.picture->drawing, what.picture->layout, palette));
}

QByteArray pngOf(const Exported &what)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    graph::imageOf(graph::Scene(what.picture->drawing, what.picture->layout)).save(&buffer, "PNG");
    return bytes;
}

QByteArray dotOf(const Exported &what) { return QByteArray::fromStdString(graph::writeDot(what.picture->drawing)); }

QByteArray jsonOf(const Exported &what) { return QByteArray::fromStdString(text::writeJson(accessShape(what))) + '\n'; }
QByteArray csvOf(const Exported &what) { return QByteArray::fromStdString(accessCsv(what)); }
QByteArray markdownOf(const Exported &what) { return accessReport(what, base::Clock::system().now()).toUtf8(); }

constexpr std::array<ExportForm, 6> forms{{{"svg", QT_TRANSLATE_NOOP("rbac", "Graph as SVG…"), svgOf}, {"png", QT_TRANSLATE_NOOP("rbac", "Graph as PNG…"), pngOf},
                                           {"dot", QT_TRANSLATE_NOOP("rbac", "Graph as DOT (Graphviz)…"), dotOf}, {"json", QT_TRANSLATE_NOOP("rbac", "Graph and answer as JSON…"), jsonOf},
                                           {"csv", QT_TRANSLATE_NOOP("rbac", "Rights as CSV…"), csvOf}, {"md", QT_TRANSLATE_NOOP("rbac", "Report as Markdown…"), markdownOf}}};

/// "access-team-a-web-2026-01-31.svg"
QString fileName(const AccessPicture &picture, const ExportForm &form)
{
    QString name = QStringLiteral("access");
    if (picture.identities.size() == 1) {
        const ObjectRef ref = picture.identities.front().ref();
        for (const std::string &part : {ref.namespaceName, ref.name})
            name += part.empty() ? QString() : u'-' + QString::fromStdString(part);
    }
    for (QChar &letter : name)
        letter = letter.isLetterOrNumber() || letter == u'-' || letter == u'.' ? letter : QChar(u'-');
    return base::FileExport::datedName(name.left(100), QLatin1String(form.suffix));
}

} // namespace

std::span<const ExportForm> exportForms()
{
    return forms;
}

AccessExport::AccessExport(std::function<Exported()> what, QWidget *window) : QObject(window), m_what(std::move(what)), m_file(new base::FileExport(window))
{
    connect(m_file, &base::FileExport::noticed, this, &AccessExport::noticed);
}

void AccessExport::fill(QMenu &menu)
{
    for (const ExportForm &form : forms)
        connect(menu.addAction(base::buttonText(QCoreApplication::translate("rbac", form.title))), &QAction::triggered, this, [this, &form] { choose(form); });
}

void AccessExport::choose(const ExportForm &form)
{
    const Exported what = m_what();
    if (!what.picture)
        return;
    const QString suffix = QLatin1String(form.suffix);
    m_file->ask({QCoreApplication::translate("rbac", form.title), fileName(*what.picture, form), base::FileExport::filterFor(suffix.toUpper(), suffix)},
                [this, &form](const QString &path) { writeTo(path, form); });
}

void AccessExport::writeTo(const QString &path, const ExportForm &form)
{
    const Exported what = m_what();
    if (what.picture)
        m_file->write(path, form.write(what).toStdString());
}

} // namespace rbac
