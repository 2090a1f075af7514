// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/profile.h"

#include <QColor>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace islet {

class ProfileExchange;

//! The name and the colour that others see of me, kept in the settings.
class MyProfile : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString name READ name NOTIFY changed)
    //! The colour shown for me.
    Q_PROPERTY(QColor color READ color NOTIFY changed)
    //! And that which goes with my address.
    Q_PROPERTY(QColor addressColor READ addressColor NOTIFY changed)
    //! Of those to choose from the chosen one; -1 for that of my address.
    Q_PROPERTY(int colorIndex READ colorIndex WRITE setColorIndex NOTIFY changed)
    Q_PROPERTY(QList<QColor> colors READ colors CONSTANT)
    //! What is wrong with the name that was written last, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    //! What `settings` hold, for the exchange to begin with.
    static Profile read(const QSettings &settings);

    //! Both must outlive this.
    MyProfile(ProfileExchange &exchange, const Address &me, QSettings &settings, QObject *parent = nullptr);

    void setMe(const Address &me)
    {
        m_me = me;
        emit changed();
    }
    QString name() const;
    //! False, with a sentence in `problem`, when it is none; empty for no name.
    Q_INVOKABLE bool setName(const QString &typed);
    QColor color() const;
    QColor addressColor() const;
    int colorIndex() const { return m_colorIndex; }
    void setColorIndex(int index);
    static QList<QColor> colors();
    const QString &problem() const { return m_problem; }

signals:
    void changed();
    void problemChanged();

private:
    void keep(const QString &name);

    ProfileExchange &m_exchange;
    Address m_me;
    QSettings &m_settings;
    int m_colorIndex = -1;
    QString m_problem;
};

} // namespace islet
