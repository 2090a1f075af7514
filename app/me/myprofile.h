// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/profile.h"

#include <QColor>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace islet {

class ProfileExchange;

//! The name and the colour that peers see, saved in the settings.
class MyProfile : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString name READ name NOTIFY changed)
    //! My colour as it is shown.
    Q_PROPERTY(QColor color READ color NOTIFY changed)
    //! The colour derived from my address.
    Q_PROPERTY(QColor addressColor READ addressColor NOTIFY changed)
    //! Index of the chosen colour in `colors`; -1 for the colour of my address.
    Q_PROPERTY(int colorIndex READ colorIndex WRITE setColorIndex NOTIFY changed)
    Q_PROPERTY(QList<QColor> colors READ colors CONSTANT)
    //! Why the last name was rejected, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    //! The profile saved in `settings`: the exchange's initial one.
    static Profile read(const QSettings &settings);

    //! `exchange` and `settings` must outlive this object.
    MyProfile(ProfileExchange &exchange, const Address &me, QSettings &settings, QObject *parent = nullptr);

    void setMe(const Address &me)
    {
        m_me = me;
        emit changed();
    }
    QString name() const;
    //! An empty text removes the name. Returns false if the name is invalid and sets `problem`.
    Q_INVOKABLE bool setName(const QString &typed);
    QColor color() const;
    QColor addressColor() const;
    int colorIndex() const { return m_colorIndex; }
    void setColorIndex(int index);
    static QList<QColor> colors();
    QString problem() const;
    //! Announces all texts again: the language has changed.
    void retranslate() { emit problemChanged(); }

signals:
    void changed();
    void problemChanged();

private:
    void save(const QString &name);

    ProfileExchange &m_exchange;
    Address m_me;
    QSettings &m_settings;
    int m_colorIndex = -1;
    QString m_rejected; // the last name, if it was invalid
};

} // namespace islet
