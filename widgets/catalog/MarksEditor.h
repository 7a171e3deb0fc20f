#pragma once

#include "models/cluster/ClusterMarks.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace catalog {

/// What a person says about one cluster: favourite, read-only, a colour, a name of their own.
class MarksEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit MarksEditor(QWidget *parent = nullptr);

    /// everythingReadOnly: the program was started so, and no mark can change it.
    void show(const cluster::ClusterMarks &marks, const QString &contextName, bool everythingReadOnly);
    using QWidget::show;

    void editName();

Q_SIGNALS:
    void changed(const cluster::ClusterMarks &marks);

private:
    void fillColors();
    void take();
    void showSigns();

    cluster::ClusterMarks m_marks;
    QPushButton *m_favourite;
    QPushButton *m_readOnly;
    QComboBox *m_color;
    QLineEdit *m_name;
};

} // namespace catalog
