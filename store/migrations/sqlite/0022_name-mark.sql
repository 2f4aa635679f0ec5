UPDATE `people` SET `name` = replace(replace(`name`, '（自报）', '†⁠'), ' (self-named)', '†⁠')
WHERE `name` LIKE '%（自报）' OR `name` LIKE '% (self-named)';
