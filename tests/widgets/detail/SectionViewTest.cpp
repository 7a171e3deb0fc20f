#include "models/detail/Parts.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/CellView.h"
#include "widgets/detail/FlowLayout.h"
#include "widgets/detail/SectionView.h"

#include <QTest>

namespace {

detail::Section ruleSection()
{
    detail::Section section{detail::verbatim("Rules"), {}};
    section.table = detail::tableOf({"Verbs", "Resources", "API groups"});
    std::string resources;
    for (int i = 0; i < 60; ++i)
        resources += "replicationcontrollers/scale, ";
    section.table->rows.push_back({{detail::textPart("get, watch")}, {detail::textPart(resources)}, {detail::textPart("core, apps")}});
    return section;
}

} // namespace

class SectionViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }
    void narrowColumnsKeepTheirRoomBesideALongOne();
    void aLineWishesRoomForAllItsParts();
    void textsOfALineStandOnOneBaseline_data();
    void textsOfALineStandOnOneBaseline();
};

void SectionViewTest::narrowColumnsKeepTheirRoomBesideALongOne()
{
    detail::SectionView view({[](const detail::Reference &) { return std::optional<base::Address>(); }});
    view.setSection(ruleSection());
    view.resize(600, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto cells = view.findChildren<detail::CellView *>();
    QCOMPARE(cells.size(), 3);
    QVERIFY(cells[1]->sizeHint().width() > view.width());
    for (const int narrow : {0, 2})
        QVERIFY(cells[narrow]->width() >= cells[narrow]->sizeHint().width());
    QVERIFY(cells[2]->geometry().right() < view.width());
}

void SectionViewTest::aLineWishesRoomForAllItsParts()
{
    QWidget line;
    auto *flow = new detail::FlowLayout(8, &line);
    int height = 0;
    for (int i = 0; i < 3; ++i) {
        auto *part = new QWidget;
        part->setFixedSize(50, 20);
        height = part->height();
        flow->addWidget(part);
    }
    QCOMPARE(flow->sizeHint(), QSize(3 * 50 + 2 * 8, height));
    QCOMPARE(flow->heightForWidth(flow->sizeHint().width()), height);
    QCOMPARE(flow->heightForWidth(flow->sizeHint().width() - 1), 2 * height);
}

void SectionViewTest::textsOfALineStandOnOneBaseline_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("English") << QStringLiteral("Image");
    QTest::newRow("Korean") << QStringLiteral("이미지");
}

void SectionViewTest::textsOfALineStandOnOneBaseline()
{
    QFETCH(QString, label);
    detail::Part machine = detail::textPart("registry.k8s.io/pause");
    machine.isMachine = true;
    const detail::Section section{detail::verbatim("Container"), {{detail::verbatim(label.toStdString()), {{machine, detail::textPart("for 3d")}}}}};
    detail::SectionView view({[](const detail::Reference &) { return std::optional<base::Address>(); }});
    view.setSection(section);
    view.resize(600, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSet<int> baselines;
    for (const base::TextLabel *text : view.findChildren<base::TextLabel *>()) {
        if (text->text() != QStringLiteral("Container"))
            baselines.insert(text->mapTo(&view, QPoint(0, text->baseline())).y());
    }
    QCOMPARE(baselines.size(), 1);
}

QTEST_MAIN(SectionViewTest)
#include "SectionViewTest.moc"
