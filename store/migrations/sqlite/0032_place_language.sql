ALTER TABLE `places` ADD `locale` text CONSTRAINT "places_locale_check" CHECK("locale" in ('zh', 'en'));
